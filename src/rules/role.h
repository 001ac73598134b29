/* SPDX-License-Identifier: GPL-3.0-or-later
 * The roles of a house: what each may read, write and do (security.md, "Roles and tiers"). One table, asked by the
 * policy and shown to the manager in words.
 */
#pragma once

#include "core/policy.h"

G_BEGIN_DECLS

/** What a role may do with records of a type. */
typedef enum {
  HEARTH_VERB_READ,   /* list, open, find, count */
  HEARTH_VERB_ADD,    /* write a new one */
  HEARTH_VERB_CHANGE, /* change, sign, mark as entered in error */
  HEARTH_VERB_PRINT,
  HEARTH_VERB_EXPORT,
  HEARTH_N_VERBS,
} HearthVerb;

/**
 * HearthRole:
 * @code: value of an account's "role"
 * @words: N_(): what it sees, in a sentence or two
 * @tiers: bit 1 << #HearthTier for each tier of residents' files the role reads
 * @compartments: NULL-ended; what the role is given keys of
 * @actions: bit 1 << #HearthAction for each
 * @writes_files: whether the role writes in residents' files at all
 */
typedef struct {
  const char *code;
  const char *words;
  unsigned int tiers;
  const char *const *compartments;
  unsigned int actions;
  bool writes_files;
} HearthRole;

/** Every role, in the order of an account's choices. */
const HearthRole *hearth_roles_get (unsigned int *n_roles);
/** The role with @code, or NULL. */
const HearthRole *hearth_role_lookup (const char *code);
bool hearth_role_has_compartment (const HearthRole *role, const char *compartment);

/** Whether @role may do @verb with records of @type as a whole; limits of one resident's file come on top. */
bool hearth_role_may (const HearthRole *role, const HearthRecordType *type, HearthVerb verb);
/** Whether @role may read (or with @write write) @field of @type. A field of a compartment is for the roles that hold its
 * key, and a letterbox also takes what those write who may add records of @type; one sealed to its author is for the roles that may add records of @type, each for the records of one's own. */
bool hearth_role_may_field (const HearthRole *role,
                            const HearthRecordType *type,
                            const HearthField *field,
                            bool write);
bool hearth_role_may_do (const HearthRole *role, HearthAction action);
/** Whether who has @role leads the house: its manager and its director. */
bool hearth_role_leads (const HearthRole *role);
/** Whether who has @role decides about a resident's leave. */
bool hearth_role_decides_leave (const HearthRole *role);
/** What @role may do with records of @type, in words for the manager: "Reads and writes", "Reads", "–". Translated;
 * transfer full. */
char *hearth_role_describe (const HearthRole *role, const HearthRecordType *type);
/** What @action means, in words for the manager. Translated, borrowed. */
const char *hearth_action_describe (HearthAction action);

G_END_DECLS
