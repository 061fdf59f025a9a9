#include "CGLPK.h"

#include <setjmp.h>
#include <string.h>

static _Thread_local jmp_buf landing;
static _Thread_local char last_error[1024];
static _Thread_local itn_print printer;
static _Thread_local void *printer_context;

static void keep(const char *text) {
    size_t used = strlen(last_error);
    size_t room = sizeof last_error - used - 1;
    strncat(last_error, text, room);
}

/* GLPK hands its reason to the terminal hook, in pieces, before it calls the error hook. */
static int on_print(void *info, const char *text) {
    (void)info;
    if (glp_at_error())
        keep(text);
    else if (printer)
        printer(printer_context, text);
    return 1;
}

static void on_error(void *info) {
    (void)info;
    longjmp(landing, 1);
}

/* The hooks live in the thread's environment, which an error frees: they are set again on every call. */
static void arm(void) {
    last_error[0] = 0;
    glp_term_hook(on_print, NULL);
    glp_error_hook(on_error, NULL);
}

static int disaster(void) {
    glp_free_env();
    return ITN_ABORTED;
}

#define GUARDED(statement)           \
    do {                             \
        if (setjmp(landing))         \
            return disaster();       \
        arm();                       \
        statement;                   \
        glp_error_hook(NULL, NULL);  \
        return ITN_OK;               \
    } while (0)

const char *itn_last_error(void) { return last_error; }

void itn_set_print(itn_print print, void *context) {
    printer = print;
    printer_context = context;
}

glp_prob *itn_create(void) {
    if (setjmp(landing)) {
        glp_free_env();
        return NULL;
    }
    arm();
    glp_prob *p = glp_create_prob();
    glp_error_hook(NULL, NULL);
    return p;
}

int itn_add_rows(glp_prob *p, int count, int *first) { GUARDED(*first = glp_add_rows(p, count)); }

int itn_add_cols(glp_prob *p, int count, int *first) { GUARDED(*first = glp_add_cols(p, count)); }

int itn_set_row(glp_prob *p, int row, int type, double lower, double upper) {
    GUARDED(glp_set_row_bnds(p, row, type, lower, upper));
}

int itn_set_col(glp_prob *p, int col, int type, double lower, double upper, double objective) {
    GUARDED((glp_set_col_bnds(p, col, type, lower, upper), glp_set_obj_coef(p, col, objective)));
}

int itn_set_row_coefficients(glp_prob *p, int row, int length, const int index[], const double value[]) {
    GUARDED(glp_set_mat_row(p, row, length, index, value));
}

int itn_set_col_coefficients(glp_prob *p, int col, int length, const int index[], const double value[]) {
    GUARDED(glp_set_mat_col(p, col, length, index, value));
}

int itn_delete_rows(glp_prob *p, int count, const int rows[]) { GUARDED(glp_del_rows(p, count, rows)); }

int itn_delete_cols(glp_prob *p, int count, const int cols[]) { GUARDED(glp_del_cols(p, count, cols)); }

int itn_set_row_name(glp_prob *p, int row, const char *name) { GUARDED(glp_set_row_name(p, row, name)); }

int itn_simplex(glp_prob *p, int use_dual, int iteration_limit, int milliseconds) {
    volatile int code = 0;
    if (setjmp(landing))
        return disaster();
    arm();
    glp_set_obj_dir(p, GLP_MAX);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_ERR;
    parameters.meth = use_dual ? GLP_DUALP : GLP_PRIMAL;
    parameters.r_test = GLP_RT_FLIP;
    parameters.it_lim = iteration_limit;
    parameters.tm_lim = milliseconds;
    code = glp_simplex(p, &parameters);
    glp_error_hook(NULL, NULL);
    return code;
}

int itn_reset_basis(glp_prob *p) { GUARDED(glp_std_basis(p)); }

void itn_delete(glp_prob *p) {
    if (setjmp(landing)) {
        glp_free_env();
        return;
    }
    arm();
    glp_delete_prob(p);
    glp_error_hook(NULL, NULL);
}

int itn_free_environment(void) { return glp_free_env(); }
