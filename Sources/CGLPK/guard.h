#ifndef ITN_GUARD_H
#define ITN_GUARD_H

#include "CGLPK.h"

#include <setjmp.h>

/* Where an error of GLPK lands, in the C function that called it. */
extern _Thread_local jmp_buf itn_landing;

/* ITN_OK, or ITN_BUSY where a guarded call is under way on this thread: its landing must not be overwritten. */
int itn_arm(void);
void itn_disarm(void);
/* After the landing: frees the environment and with it all that a half-done call left. Returns ITN_ABORTED. */
int itn_disaster(void);

#define GUARDED(statement)          \
    do {                            \
        if (itn_arm() != ITN_OK)    \
            return ITN_BUSY;        \
        if (setjmp(itn_landing))    \
            return itn_disaster();  \
        statement;                  \
        itn_disarm();               \
        return ITN_OK;              \
    } while (0)

#endif
