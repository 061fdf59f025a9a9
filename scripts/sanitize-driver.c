/* Runs every function of the shim around GLPK, well and badly, for a checker of memory to look on.
 * Ends with 1 where an answer is not the expected one. Built and run by scripts/sanitize. */

#include "CGLPK.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int failures;
static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;

static void expect(int holds, const char *what, int line) {
    if (holds)
        return;
    fprintf(stderr, "driver: line %d: %s\n", line, what);
    pthread_mutex_lock(&counting);
    failures++;
    pthread_mutex_unlock(&counting);
}
#define EXPECT(condition) expect(condition, #condition, __LINE__)

static const int no_index[] = {0};
static const double no_value[] = {0};

/* A covering program: column j covers rows j and j + 1 … of `rows`, at a cost. */
static glp_prob *covering(int rows, int cols, int kind) {
    glp_prob *p = itn_create();
    EXPECT(p != NULL);
    int first = 0;
    int *type = calloc(rows, sizeof *type), *start = calloc(rows + 1, sizeof *start);
    double *lower = calloc(rows, sizeof *lower), *upper = calloc(rows, sizeof *upper);
    char *names = calloc(rows, 16), *end = names;
    for (int i = 0; i < rows; i++) {
        type[i] = GLP_LO;
        lower[i] = 1;
        end += sprintf(end, "row[%d]", i) + 1;
    }
    EXPECT(itn_add_rows(p, rows, type, lower, upper, start, no_index, no_value, names, &first) == ITN_OK);
    EXPECT(first == 1);
    free(type), free(start), free(lower), free(upper), free(names);

    type = calloc(cols, sizeof *type), start = calloc(cols + 1, sizeof *start);
    lower = calloc(cols, sizeof *lower), upper = calloc(cols, sizeof *upper);
    double *cost = calloc(cols, sizeof *cost), *value = calloc(3 * cols + 1, sizeof *value);
    int *kinds = calloc(cols, sizeof *kinds), *index = calloc(3 * cols + 1, sizeof *index);
    names = calloc(cols, 16), end = names;
    for (int j = 0; j < cols; j++) {
        type[j] = GLP_DB;
        upper[j] = 1;
        cost[j] = -(3 + (j * 7) % 5 + 0.1 * (j % 3));
        kinds[j] = kind;
        for (int k = 0; k < 3; k++) {
            index[3 * j + k + 1] = 1 + (j + k * (1 + j % 4)) % rows;
            value[3 * j + k + 1] = 1;
        }
        start[j + 1] = 3 * (j + 1);
        end += sprintf(end, "col[%d]", j) + 1;
    }
    EXPECT(itn_add_cols(p, cols, type, lower, upper, cost, kinds, start, index, value, names, &first) == ITN_OK);
    EXPECT(first == 1);
    free(type), free(start), free(lower), free(upper), free(cost), free(value), free(kinds), free(index), free(names);
    return p;
}

static void on_print(void *context, const char *text) { *(size_t *)context += strlen(text); }

static _Thread_local int calls;
static int stop_at_once(void *context, const itn_progress *progress) {
    (void)context, (void)progress;
    return 1;
}

static int watch(void *context, const itn_progress *progress) {
    calls++;
    int first = 0;
    /* All refuse to run while GLPK is on the stack. */
    EXPECT(itn_create() == NULL);
    EXPECT(itn_add_rows(progress->problem, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, &first) == ITN_BUSY);
    EXPECT(itn_simplex(progress->problem, 0, 1, 1) == ITN_BUSY);
    EXPECT(itn_free_environment() == ITN_BUSY);
    itn_delete(progress->problem);
    if (progress->has_new_plan)
        ++*(int *)context;
    return 0;
}

static void works(void) {
    size_t printed = 0;
    itn_set_print(on_print, &printed);
    glp_prob *p = covering(12, 40, GLP_CV);
    unsigned long long environment = itn_environment();
    EXPECT(environment != 0);
    EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
    EXPECT(glp_get_status(p) == GLP_OPT);
    int rows[12], cols[40];
    EXPECT(itn_get_basis(p, rows, cols) == ITN_OK);
    EXPECT(itn_reset_basis(p) == ITN_OK);
    EXPECT(itn_set_basis(p, 12, rows, 40, cols) == ITN_OK);
    int before = glp_get_it_cnt(p);
    EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
    EXPECT(glp_get_it_cnt(p) == before);
    int one[] = {1}, fixed[] = {GLP_FX}, deleted[] = {0, 2};
    double zero[] = {0};
    EXPECT(itn_set_cols(p, 1, one, fixed, zero, zero) == ITN_OK);
    EXPECT(itn_set_rows(p, 1, one, fixed, zero, zero) == ITN_OK);
    EXPECT(itn_set_objective(p, 1, -2) == ITN_OK);
    EXPECT(itn_simplex(p, 1, 10000, 10000) == 0);
    EXPECT(itn_delete_rows(p, 1, deleted) == ITN_OK);
    EXPECT(itn_delete_cols(p, 1, deleted) == ITN_OK);
    EXPECT(itn_reset_basis(p) == ITN_OK);
    EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
    EXPECT(itn_environment() == environment);
    itn_delete(p);
    p = covering(12, 40, GLP_CV);
    EXPECT(itn_simplex(p, 0, 0, 10000) == GLP_EITLIM);
    itn_delete(p);

    for (int presolve = 0; presolve < 2; presolve++) {
        p = covering(12, 40, GLP_IV);
        itn_limits limits = {.presolve = presolve, .cuts = 15, .milliseconds = 60000, .node_limit = -1};
        itn_progress last;
        int plans = 0;
        if (!presolve)
            EXPECT(itn_intopt(p, &limits, NULL, NULL, &last) == GLP_EROOT);
        EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
        EXPECT(itn_intopt(p, &limits, stop_at_once, NULL, &last) == GLP_ESTOP);
        EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
        EXPECT(itn_intopt(p, &limits, watch, &plans, &last) == 0);
        EXPECT(glp_mip_status(p) == GLP_OPT && plans > 0);
        limits.node_limit = 0;
        EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
        EXPECT(itn_intopt(p, &limits, NULL, NULL, &last) == GLP_ESTOP);
        itn_delete(p);
    }
    EXPECT(calls > 0);

    char path[] = "/tmp/sanitize-driver-XXXXXX";
    int file = mkstemp(path), code = 0;
    const char text[] = "NAME x\nROWS\n N o\n L r\nCOLUMNS\n a o -1\n a r 1\nRHS\n RHS r 4\nENDATA\n";
    EXPECT(write(file, text, sizeof text - 1) == (ssize_t)(sizeof text - 1));
    close(file);
    p = itn_create();
    EXPECT(itn_read(p, path, 0, &code) == ITN_OK && code == 0 && glp_get_num_cols(p) == 1);
    EXPECT(itn_read(p, path, 1, &code) == ITN_OK && code != 0);
    EXPECT(itn_read(p, "/nowhere", 0, &code) == ITN_OK && code != 0);
    unlink(path);
    itn_delete(p);
    EXPECT(printed > 0);
    itn_set_print(NULL, NULL);
    EXPECT(itn_free_environment() == 0);
    EXPECT(itn_environment() == 0);
}

/* Each way in which GLPK gives up, and a solve on the same thread afterwards. */
static void gives_up(void) {
    const int bad[] = {0, 777};
    const double value[] = {0, 1};
    for (int way = 0; way < 14; way++) {
        glp_prob *p = covering(12, 40, GLP_CV), *neighbour = covering(13, 14, GLP_IV);
        (void)neighbour;
        unsigned long long environment = itn_environment();
        int code = ITN_OK, first = 0, rows[1] = {99}, cols[1] = {99}, type[] = {GLP_FR}, kind[] = {99};
        int start[] = {0, 1}, none[] = {0, 0}, cv[] = {GLP_CV};
        double zero[] = {0};
        char name[300];
        memset(name, 'a', sizeof name);
        name[299] = 0;
        itn_limits limits = {.presolve = 1, .milliseconds = -5, .node_limit = -1};
        itn_progress last;
        switch (way) {
        case 0: code = itn_add_rows(p, 0, type, zero, zero, none, bad, value, "", &first); break;
        case 1: code = itn_add_rows(p, 1, type, zero, zero, start, bad, value, "", &first); break;
        case 2: code = itn_add_rows(p, 1, type, zero, zero, none, bad, value, name, &first); break;
        case 3: code = itn_add_cols(p, 1, type, zero, zero, zero, cv, start, bad, value, "", &first); break;
        case 4: code = itn_add_cols(p, 1, type, zero, zero, zero, kind, none, bad, value, "", &first); break;
        case 5: code = itn_set_rows(p, 1, bad + 1, type, zero, zero); break;
        case 6: code = itn_set_cols(p, 1, bad + 1, type, zero, zero); break;
        case 7: code = itn_set_objective(p, 777, 1); break;
        case 8: code = itn_delete_rows(p, 1, bad); break;
        case 9: code = itn_delete_cols(p, 1, bad); break;
        case 10: code = itn_set_basis(p, 1, rows, 1, cols); break;
        case 11: code = itn_simplex(p, 0, -1, 1); break;
        case 12: code = itn_intopt(p, &limits, NULL, NULL, &last); break;
        case 13: {
            /* Out of memory in the middle of a solve. */
            size_t held = 0;
            itn_delete(p);
            p = covering(3000, 9000, GLP_CV);
            glp_mem_usage(NULL, NULL, &held, NULL);
            glp_mem_limit((int)(held >> 20) + 1);
            code = itn_simplex(p, 0, 100000, 100000);
            break;
        }
        }
        EXPECT(code == ITN_ABORTED);
        if (code != ITN_ABORTED)
            fprintf(stderr, "driver: way %d gave %d\n", way, code);
        EXPECT(strlen(itn_last_error()) > 0);
        EXPECT(itn_environment() == 0);
        glp_prob *next = covering(12, 40, GLP_IV);
        EXPECT(itn_environment() != 0 && itn_environment() != environment);
        EXPECT(itn_simplex(next, 0, 10000, 10000) == 0);
        EXPECT(strlen(itn_last_error()) == 0);
        itn_delete(next);
        EXPECT(itn_free_environment() == 0);
    }
}

static void *on_thread(void *context) {
    works();
    gives_up();
    return context;
}

static void *little(void *context) {
    glp_prob *p = covering(12, 40, GLP_CV);
    EXPECT(itn_simplex(p, 0, 10000, 10000) == 0);
    itn_delete(p);
    itn_free_environment();
    return context;
}

static long resident_pages(void) {
    long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &size, &resident) != 2)
        resident = 0;
    if (file)
        fclose(file);
    return resident;
}

int main(int count, char **arguments) {
    works();
    gives_up();
    int solves = count > 1 ? atoi(arguments[1]) : 100;
    long early = 0;
    for (int k = 0; k < solves; k++) {
        pthread_t thread;
        EXPECT(pthread_create(&thread, NULL, little, NULL) == 0);
        pthread_join(thread, NULL);
        if (k == solves / 10)
            early = resident_pages();
    }
    printf("driver: pages after %d solves %ld, after %d %ld\n", solves / 10, early, solves, resident_pages());
    pthread_t threads[8];
    for (int k = 0; k < 8; k++)
        EXPECT(pthread_create(&threads[k], NULL, k % 2 ? little : on_thread, NULL) == 0);
    for (int k = 0; k < 8; k++)
        pthread_join(threads[k], NULL);
    if (failures == 0)
        printf("driver: all as expected\n");
    return failures != 0;
}
