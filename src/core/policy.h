/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may do what: asked by the store before every read and write, answered by rules/. It fails closed:
 * a question nobody answers is answered no.
 */
#pragma once

#include "core/field.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_POLICY (hearth_policy_get_type ())
G_DECLARE_INTERFACE (HearthPolicy, hearth_policy, HEARTH, POLICY, GObject)

/** What is done beside reading and writing records. */
typedef enum {
  HEARTH_ACTION_BACKUP,
  HEARTH_ACTION_VERIFY,
  HEARTH_ACTION_READ_AUDIT,
  HEARTH_ACTION_EXPORT,
  HEARTH_ACTION_PRINT,
  HEARTH_ACTION_MANAGE_ACCOUNTS,
  HEARTH_ACTION_APPROVE,        /* what others ask for */
  HEARTH_ACTION_APPROVE_OWN,    /* what one asked for oneself, where a second person is not required */
  HEARTH_ACTION_OPEN_EMERGENCY, /* a file that one's role does not open, for half an hour and with a reason */
  HEARTH_ACTION_CARE_FOR_STAFF, /* sees how much each colleague carries */
  HEARTH_N_ACTIONS,
} HearthAction;

struct _HearthPolicyInterface {
  GTypeInterface parent;

  bool (*may_read) (HearthPolicy *policy,
                    const HearthRecordType *type,
                    const HearthField *field,
                    const char *resident);
  bool (*may_write) (HearthPolicy *policy,
                     const HearthRecordType *type,
                     const HearthField *field,
                     const char *resident);
  void (*fill_in) (HearthPolicy *policy, HearthRecord *record, HearthRecord *before);
  void (*check_save) (HearthPolicy *policy, HearthRecord *record, HearthRecord *before, GPtrArray *problems);
  bool (*may_do) (HearthPolicy *policy, HearthAction action);
};

/**
 * Whether records of @type (@field NULL) or this @field of them may be read.
 * @resident: id of the resident whose file it is, or NULL when asked in general. An id the program
 * cannot name the resident of (a record of the house) is NULL too.
 */
bool hearth_policy_may_read (HearthPolicy *policy,
                             const HearthRecordType *type,
                             const HearthField *field,
                             const char *resident);
bool hearth_policy_may_write (HearthPolicy *policy,
                              const HearthRecordType *type,
                              const HearthField *field,
                              const char *resident);
/** Before the checks of a save that changes something: sets what was left empty or follows from what was changed, such as a
 * day that is counted from another. Only fields that are not sealed, and that the person may write. @before: as stored, or
 * NULL when new. */
void hearth_policy_fill_in (HearthPolicy *policy, HearthRecord *record, HearthRecord *before);
/** Rules that need a second record; adds #HearthProblem. @before: as stored, or NULL when new. */
void hearth_policy_check_save (HearthPolicy *policy,
                               HearthRecord *record,
                               HearthRecord *before,
                               GPtrArray *problems);
bool hearth_policy_may_do (HearthPolicy *policy, HearthAction action);

G_END_DECLS
