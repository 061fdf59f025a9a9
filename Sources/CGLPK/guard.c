#include "guard.h"

#include <stdatomic.h>
#include <string.h>

_Thread_local jmp_buf itn_landing;

static _Thread_local int is_armed;
static _Thread_local char last_error[1024];
static _Thread_local itn_print printer;
static _Thread_local void *printer_context;

static atomic_ullong environments;
static _Thread_local unsigned long long environment;

static void keep(const char *text) {
    size_t used = strlen(last_error);
    strncat(last_error, text, sizeof last_error - used - 1);
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
    longjmp(itn_landing, 1);
}

/* The hooks live in the thread's environment, which an error frees: they are set again on every call. */
int itn_arm(void) {
    if (is_armed)
        return ITN_BUSY;
    is_armed = 1;
    last_error[0] = 0;
    if (environment == 0)
        environment = ++environments;
    glp_term_hook(on_print, NULL);
    glp_error_hook(on_error, NULL);
    return ITN_OK;
}

void itn_disarm(void) {
    glp_error_hook(NULL, NULL);
    is_armed = 0;
}

int itn_disaster(void) {
    glp_free_env();
    environment = 0;
    is_armed = 0;
    return ITN_ABORTED;
}

const char *itn_last_error(void) { return last_error; }

unsigned long long itn_environment(void) { return environment; }

void itn_set_print(itn_print print, void *context) {
    printer = print;
    printer_context = context;
}

static int create(glp_prob **made) { GUARDED(*made = glp_create_prob()); }

glp_prob *itn_create(void) {
    glp_prob *made = NULL;
    return create(&made) == ITN_OK ? made : NULL;
}

static int delete(glp_prob *p) { GUARDED(glp_delete_prob(p)); }

void itn_delete(glp_prob *p) { (void)delete(p); }

int itn_free_environment(void) {
    if (is_armed)
        return ITN_BUSY;
    environment = 0;
    return glp_free_env();
}
