#include "guard.h"

#include <string.h>

static void add_rows(glp_prob *p, int count, const int type[], const double lower[], const double upper[],
                     const int start[], const int index[], const double value[], const char *names, int *first) {
    *first = glp_add_rows(p, count);
    for (int k = 0; k < count; k++) {
        glp_set_row_bnds(p, *first + k, type[k], lower[k], upper[k]);
        if (*names)
            glp_set_row_name(p, *first + k, names);
        names += strlen(names) + 1;
        if (start[k + 1] > start[k])
            glp_set_mat_row(p, *first + k, start[k + 1] - start[k], index + start[k], value + start[k]);
    }
}

int itn_add_rows(glp_prob *p, int count, const int type[], const double lower[], const double upper[],
                 const int start[], const int index[], const double value[], const char *names, int *first) {
    GUARDED(add_rows(p, count, type, lower, upper, start, index, value, names, first));
}

static void add_cols(glp_prob *p, int count, const int type[], const double lower[], const double upper[],
                     const double objective[], const int kind[], const int start[], const int index[],
                     const double value[], const char *names, int *first) {
    *first = glp_add_cols(p, count);
    for (int k = 0; k < count; k++) {
        /* The kind first: GLPK's own notion of a binary column would overwrite bounds. */
        glp_set_col_kind(p, *first + k, kind[k]);
        glp_set_col_bnds(p, *first + k, type[k], lower[k], upper[k]);
        glp_set_obj_coef(p, *first + k, objective[k]);
        if (*names)
            glp_set_col_name(p, *first + k, names);
        names += strlen(names) + 1;
        if (start[k + 1] > start[k])
            glp_set_mat_col(p, *first + k, start[k + 1] - start[k], index + start[k], value + start[k]);
    }
}

int itn_add_cols(glp_prob *p, int count, const int type[], const double lower[], const double upper[],
                 const double objective[], const int kind[], const int start[], const int index[],
                 const double value[], const char *names, int *first) {
    GUARDED(add_cols(p, count, type, lower, upper, objective, kind, start, index, value, names, first));
}

static void set_rows(glp_prob *p, int count, const int row[], const int type[], const double lower[],
                     const double upper[]) {
    for (int k = 0; k < count; k++)
        glp_set_row_bnds(p, row[k], type[k], lower[k], upper[k]);
}

int itn_set_rows(glp_prob *p, int count, const int row[], const int type[], const double lower[],
                 const double upper[]) {
    GUARDED(set_rows(p, count, row, type, lower, upper));
}

static void set_cols(glp_prob *p, int count, const int col[], const int type[], const double lower[],
                     const double upper[]) {
    for (int k = 0; k < count; k++)
        glp_set_col_bnds(p, col[k], type[k], lower[k], upper[k]);
}

int itn_set_cols(glp_prob *p, int count, const int col[], const int type[], const double lower[],
                 const double upper[]) {
    GUARDED(set_cols(p, count, col, type, lower, upper));
}

int itn_set_objective(glp_prob *p, int col, double coefficient) { GUARDED(glp_set_obj_coef(p, col, coefficient)); }

int itn_delete_rows(glp_prob *p, int count, const int rows[]) { GUARDED(glp_del_rows(p, count, rows)); }

int itn_delete_cols(glp_prob *p, int count, const int cols[]) { GUARDED(glp_del_cols(p, count, cols)); }

static void get_basis(glp_prob *p, int rows[], int cols[]) {
    int row_count = glp_get_num_rows(p), col_count = glp_get_num_cols(p);
    for (int k = 0; k < row_count; k++)
        rows[k] = glp_get_row_stat(p, k + 1);
    for (int k = 0; k < col_count; k++)
        cols[k] = glp_get_col_stat(p, k + 1);
}

int itn_get_basis(glp_prob *p, int rows[], int cols[]) { GUARDED(get_basis(p, rows, cols)); }

static void set_basis(glp_prob *p, int row_count, const int rows[], int col_count, const int cols[]) {
    int all_rows = glp_get_num_rows(p), all_cols = glp_get_num_cols(p);
    for (int k = 0; k < all_rows; k++)
        glp_set_row_stat(p, k + 1, k < row_count ? rows[k] : GLP_BS);
    /* GLPK turns GLP_NL into what the bounds of a column allow. */
    for (int k = 0; k < all_cols; k++)
        glp_set_col_stat(p, k + 1, k < col_count ? cols[k] : GLP_NL);
}

int itn_set_basis(glp_prob *p, int row_count, const int rows[], int col_count, const int cols[]) {
    GUARDED(set_basis(p, row_count, rows, col_count, cols));
}

int itn_reset_basis(glp_prob *p) { GUARDED(glp_std_basis(p)); }

static void read_file(glp_prob *p, const char *path, int is_lp, int *code) {
    *code = is_lp ? glp_read_lp(p, NULL, path) : glp_read_mps(p, GLP_MPS_FILE, NULL, path);
}

int itn_read(glp_prob *p, const char *path, int is_lp, int *code) { GUARDED(read_file(p, path, is_lp, code)); }
