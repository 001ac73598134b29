/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with a policy that says yes until a test makes it say no.
 */
#pragma once

#include "core/problem.h"
#include "fixtures/fixtures.h"
#include "records/registry.h"
#include "store/audit.h"
#include "store/audit-row.h"
#include "store/db.h"
#include "vault/vault.h"

G_BEGIN_DECLS

#define FAKE_TYPE_POLICY (fake_policy_get_type ())
G_DECLARE_FINAL_TYPE (FakePolicy, fake_policy, FAKE, POLICY, GObject)

struct _FakePolicy {
  GObject parent_instance;

  /* What is forbidden: "type", "type.field", a resident's id or "type of ID", "type.field of ID"; NULL-ended,
   * borrowed. */
  const char *const *no_read;
  const char *const *no_write;
  bool no_accounts;
  bool no_audit;
  const char *fill_field, *fill_value; /* fill_in sets it, where fill_field is not NULL */
  const char *problem_field; /* check_save finds something wrong with it */
  HearthRecord *seen_record; /* by check_save */
  HearthRecord *seen_before;
};

typedef struct {
  char *folder;
  HearthKeyring *keyring;
  HearthRecoverySheet *sheet;
  FakePolicy *policy;
  HearthClock *clock;
  HearthStore *store; /* NULL when closed */
} House;

#define HOUSE_USER "ana"
#define HOUSE_PASSWORD "correct horse battery staple"

/** A new house, open. */
House *house_new (void);
void house_free (House *house);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

void house_close (House *house);
/** Opens again with the same keys; the store must be closed. */
void house_open (House *house);
/** Tries, with @error; leaves the house as it is. */
HearthStore *house_try_open (House *house, GError **error);
char *house_db_path (House *house);

/** A saved record; pairs of field and canonical value, ended by NULL. Transfer full. */
HearthRecord *house_add (House *house, const char *type, ...) G_GNUC_NULL_TERMINATED;
/** A saved resident called @name. Transfer full. */
HearthRecord *house_add_resident (House *house, const char *name);
/** A saved daily log of @resident. Transfer full. */
HearthRecord *house_add_log (House *house, HearthRecord *resident, const char *date, const char *text);
void house_save (House *house, HearthRecord *record);

/** Runs SQL with the house key beside (or without) the store, as somebody with tools would. */
void house_run_sql (House *house, const char *sql);
gint64 house_ask_number (House *house, const char *sql);
char *house_ask_text (House *house, const char *sql);
/** Takes every trigger away, then as house_run_sql (). */
void house_tamper (House *house, const char *sql);

HearthVerification *house_verify (House *house);
/** Fails unless there is one finding of @kind at @sequence (-1: any), and it comes first. */
void assert_finding (HearthVerification *verification, const char *kind, gint64 sequence);

G_END_DECLS
