#ifndef CGLPK_H
#define CGLPK_H

#include <glpk.h>

/* GLPK ends the process on an error (abort, even after its error hook returns). Each call that can err
 * therefore runs between setjmp and longjmp inside one C function, so that no Swift frame is jumped over.
 * After an error the GLPK environment of the thread is freed: every problem of that thread is gone. */

enum {
    ITN_OK = 0,
    /* GLPK gave up; see itn_last_error. */
    ITN_ABORTED = -1000,
    /* Called from inside a callback of itn_intopt: an error there could not be survived, so nothing was done. */
    ITN_BUSY = -1001
};

/* The text GLPK left when it gave up, for the calling thread; empty when it did not. */
const char *itn_last_error(void);

/* A number no other environment of this process ever had, or has; 0 before the thread's first problem and after
 * its environment was freed. A problem may be touched only where and while this is what it was at its making. */
unsigned long long itn_environment(void);

/* Receives what GLPK would print, line by line or in pieces. May be NULL: then it is dropped. */
typedef void (*itn_print)(void *context, const char *text);
void itn_set_print(itn_print print, void *context);

/* NULL where GLPK gave up, or inside a callback of itn_intopt. */
glp_prob *itn_create(void);
void itn_delete(glp_prob *p);
int itn_free_environment(void);

/* Many rows, or columns, in one call, all arrays from 0 but `index` and `value`: the coefficients of number k lie
 * from start[k] + 1 to start[k + 1] in them, and are numbered from 1. `names` holds one string after the other, each
 * with its closing 0; an empty one names nothing. `kind` is GLP_CV or GLP_IV. */
int itn_add_rows(glp_prob *p, int count, const int type[], const double lower[], const double upper[],
                 const int start[], const int index[], const double value[], const char *names, int *first);
int itn_add_cols(glp_prob *p, int count, const int type[], const double lower[], const double upper[],
                 const double objective[], const int kind[], const int start[], const int index[],
                 const double value[], const char *names, int *first);

int itn_set_rows(glp_prob *p, int count, const int row[], const int type[], const double lower[],
                 const double upper[]);
int itn_set_cols(glp_prob *p, int count, const int col[], const int type[], const double lower[],
                 const double upper[]);
int itn_set_objective(glp_prob *p, int col, double coefficient);
/* `rows` and `cols` are numbered, and counted, from 1, as GLPK does it. */
int itn_delete_rows(glp_prob *p, int count, const int rows[]);
int itn_delete_cols(glp_prob *p, int count, const int cols[]);

/* The state of rows and columns in the basis, GLP_BS and so on, arrays from 0. */
int itn_get_basis(glp_prob *p, int rows[], int cols[]);
/* The first `row_count` rows and `col_count` columns get these states; later rows are basic, later columns not. */
int itn_set_basis(glp_prob *p, int row_count, const int rows[], int col_count, const int cols[]);
int itn_reset_basis(glp_prob *p);

/* Replaces the problem by that of a file, free MPS or CPLEX LP; `code` is 0 where GLPK could read it. */
int itn_read(glp_prob *p, const char *path, int is_lp, int *code);

/* Maximises. Returns the code of glp_simplex, or ITN_ABORTED, or ITN_BUSY. */
int itn_simplex(glp_prob *p, int use_dual, int iteration_limit, int milliseconds);

enum { ITN_GOMORY = 1, ITN_MIXED_ROUNDING = 2, ITN_COVER = 4, ITN_CLIQUE = 8 };

typedef struct {
    int presolve;
    int cuts;
    int milliseconds;
    /* Stop after so many nodes; negative: never. */
    int node_limit;
    double relative_gap;
} itn_limits;

/* What is known while the tree is searched. Without presolve, `values` may be read by glp_mip_col_val(p, 1…). */
typedef struct {
    /* Another plan than at the last call. */
    int has_new_plan;
    double objective;
    int has_bound;
    double bound;
    int nodes;
    glp_prob *problem;
} itn_progress;

/* Called at each event of the search. Anything but 0 asks for the end. Must return, never jump, and must not call this
 * header's other functions: they answer ITN_BUSY. */
typedef int (*itn_watch)(void *context, const itn_progress *progress);

/* Maximises over integers. Returns the code of glp_intopt, or ITN_ABORTED, or ITN_BUSY; `last` is what was known when
 * the search ended: GLPK itself forgets the bound. */
int itn_intopt(glp_prob *p, const itn_limits *limits, itn_watch watch, void *context, itn_progress *last);

#endif
