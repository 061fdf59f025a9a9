#ifndef CGLPK_H
#define CGLPK_H

#include <glpk.h>

/* GLPK ends the process on an error (abort, even after its error hook returns). Each call that can err
 * therefore runs between setjmp and longjmp inside one C function, so that no Swift frame is jumped over.
 * After an error the GLPK environment of the thread is freed: every problem of that thread is gone. */

enum { ITN_OK = 0, ITN_ABORTED = -1000 };

/* The text GLPK left when it gave up, for the calling thread; empty when it did not. */
const char *itn_last_error(void);

/* Receives what GLPK would print, line by line or in pieces. May be NULL: then it is dropped. */
typedef void (*itn_print)(void *context, const char *text);
void itn_set_print(itn_print print, void *context);

glp_prob *itn_create(void);
int itn_add_rows(glp_prob *p, int count, int *first);
int itn_add_cols(glp_prob *p, int count, int *first);
int itn_set_row(glp_prob *p, int row, int type, double lower, double upper);
int itn_set_col(glp_prob *p, int col, int type, double lower, double upper, double objective);
int itn_set_row_coefficients(glp_prob *p, int row, int length, const int index[], const double value[]);
int itn_set_col_coefficients(glp_prob *p, int col, int length, const int index[], const double value[]);
int itn_delete_rows(glp_prob *p, int count, const int rows[]);
int itn_delete_cols(glp_prob *p, int count, const int cols[]);
int itn_set_row_name(glp_prob *p, int row, const char *name);
/* Returns the code of glp_simplex, or ITN_ABORTED. */
int itn_simplex(glp_prob *p, int use_dual, int iteration_limit, int milliseconds);
int itn_reset_basis(glp_prob *p);
void itn_delete(glp_prob *p);
int itn_free_environment(void);

#endif
