/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is wrong with a value: a code and its arguments. Words are made in records/problem-text.c.
 */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_PROBLEM_NONE,
  HEARTH_PROBLEM_REQUIRED,
  HEARTH_PROBLEM_NOT_TEXT,        /* invalid UTF-8 or a NUL byte */
  HEARTH_PROBLEM_CONTROL_CHARACTER,
  HEARTH_PROBLEM_TOO_LONG,        /* limit: characters */
  HEARTH_PROBLEM_NOT_A_NUMBER,
  HEARTH_PROBLEM_NOT_A_WHOLE_NUMBER,
  HEARTH_PROBLEM_TOO_MANY_DECIMALS,
  HEARTH_PROBLEM_OUT_OF_RANGE,    /* the field's range */
  HEARTH_PROBLEM_NOT_A_DATE,
  HEARTH_PROBLEM_NO_SUCH_DATE,    /* 31 February */
  HEARTH_PROBLEM_IN_THE_FUTURE,
  HEARTH_PROBLEM_NOT_A_TIME,
  HEARTH_PROBLEM_NOT_YES_OR_NO,
  HEARTH_PROBLEM_NO_SUCH_CHOICE,  /* argument: the code or word given */
  HEARTH_PROBLEM_NO_SUCH_RECORD,
  HEARTH_PROBLEM_NO_SUCH_FIELD,   /* argument: the key given */
  HEARTH_PROBLEM_READ_ONLY,       /* computed, or kept by the program */
  HEARTH_PROBLEM_BEFORE,          /* argument: name of the field it must not come before */
  HEARTH_PROBLEM_NOT_UNIQUE,
  HEARTH_PROBLEM_SAME_PERSON,     /* argument: the number of the resident who may be the same */
  HEARTH_PROBLEM_RULE,            /* argument: a whole sentence, N_() */
} HearthProblemCode;

/**
 * HearthProblem:
 * @field: name of the field, "" when the record as a whole is meant
 * @argument: see #HearthProblemCode; "" where none
 */
struct _HearthProblem {
  HearthProblemCode code;
  char *field;
  char *argument;
};

HearthProblem *hearth_problem_new (HearthProblemCode code, const char *field, const char *argument);
void hearth_problem_free (HearthProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthProblem, hearth_problem_free)

/** A list of problems that frees them; transfer full. */
GPtrArray *hearth_problems_new (void);
void hearth_problems_add (GPtrArray *problems,
                          HearthProblemCode code,
                          const char *field,
                          const char *argument);
/** The first problem of the field called @name, or NULL. */
const HearthProblem *hearth_problems_lookup (GPtrArray *problems, const char *name);

G_END_DECLS
