#include "guard.h"

#include <float.h>
#include <math.h>

static int simplex(glp_prob *p, int use_dual, int iteration_limit, int milliseconds) {
    glp_set_obj_dir(p, GLP_MAX);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_ERR;
    parameters.meth = use_dual ? GLP_DUALP : GLP_PRIMAL;
    parameters.r_test = GLP_RT_FLIP;
    parameters.it_lim = iteration_limit;
    parameters.tm_lim = milliseconds;
    return glp_simplex(p, &parameters);
}

static int guarded_simplex(glp_prob *p, int use_dual, int iteration_limit, int milliseconds, int *code) {
    GUARDED(*code = simplex(p, use_dual, iteration_limit, milliseconds));
}

int itn_simplex(glp_prob *p, int use_dual, int iteration_limit, int milliseconds) {
    int code = 0;
    int guard = guarded_simplex(p, use_dual, iteration_limit, milliseconds, &code);
    return guard == ITN_OK ? code : guard;
}

typedef struct {
    itn_watch watch;
    void *context;
    int node_limit;
    int has_plan;
    itn_progress *last;
} search;

/* A plan is told from the problem's own state, not from the event: plans of GLPK's heuristics come without one. */
static void look(search *s, glp_tree *tree) {
    glp_prob *p = glp_ios_get_prob(tree);
    itn_progress *now = s->last;
    now->problem = p;
    now->has_new_plan = 0;
    int status = glp_mip_status(p);
    if (status == GLP_FEAS || status == GLP_OPT) {
        double objective = glp_mip_obj_val(p);
        now->has_new_plan = !s->has_plan || objective > now->objective;
        if (now->has_new_plan)
            now->objective = objective;
        s->has_plan = 1;
    }
    int best = glp_ios_best_node(tree);
    if (best != 0) {
        double bound = glp_ios_node_bound(tree, best);
        if (isfinite(bound) && fabs(bound) < DBL_MAX) {
            now->bound = now->has_bound && now->bound < bound ? now->bound : bound;
            now->has_bound = 1;
        }
    }
    if (glp_ios_reason(tree) == GLP_IPREPRO)
        now->nodes++;
}

static void on_tree(glp_tree *tree, void *info) {
    search *s = info;
    look(s, tree);
    int stop = s->node_limit >= 0 && s->last->nodes > s->node_limit;
    if (s->watch && s->watch(s->context, s->last) != 0)
        stop = 1;
    if (stop)
        glp_ios_terminate(tree);
}

static int intopt(glp_prob *p, const itn_limits *limits, search *s) {
    glp_set_obj_dir(p, GLP_MAX);
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.presolve = limits->presolve ? GLP_ON : GLP_OFF;
    parameters.tm_lim = limits->milliseconds;
    parameters.mip_gap = limits->relative_gap;
    parameters.gmi_cuts = limits->cuts & ITN_GOMORY ? GLP_ON : GLP_OFF;
    parameters.mir_cuts = limits->cuts & ITN_MIXED_ROUNDING ? GLP_ON : GLP_OFF;
    parameters.cov_cuts = limits->cuts & ITN_COVER ? GLP_ON : GLP_OFF;
    parameters.clq_cuts = limits->cuts & ITN_CLIQUE ? GLP_ON : GLP_OFF;
    parameters.cb_func = on_tree;
    parameters.cb_info = s;
    return glp_intopt(p, &parameters);
}

static int guarded_intopt(glp_prob *p, const itn_limits *limits, search *s, int *code) {
    GUARDED(*code = intopt(p, limits, s));
}

int itn_intopt(glp_prob *p, const itn_limits *limits, itn_watch watch, void *context, itn_progress *last) {
    *last = (itn_progress){0};
    search s = {.watch = watch, .context = context, .node_limit = limits->node_limit, .last = last};
    int code = 0;
    int guard = guarded_intopt(p, limits, &s, &code);
    last->problem = NULL;
    return guard == ITN_OK ? code : guard;
}
