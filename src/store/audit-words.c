/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words for what the audit's rows say was done.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/audit-list.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *action;
  const char *words; /* N_() */
} Words;

static const Words all_words[] = {
  { "approval", N_ ("Decided on an approval") },
  { "attach", N_ ("Added a file") },
  { "backup", N_ ("Made a copy of the house") },
  { "change", N_ ("Changed") },
  { "clock", N_ ("The clock was set") },
  { "clock-set-back", N_ ("The clock was set back") },
  { "compartment-key", N_ ("Made a new key") },
  { "create", N_ ("Wrote") },
  { "drill", N_ ("Tried out a copy of the house") },
  { "emergency", N_ ("Opened a file in an emergency") },
  { "export", N_ ("Saved a file outside Hearth") },
  { "grant", N_ ("Gave a key") },
  { "idle", N_ ("Locked by itself: nobody was there") },
  { "in-error", N_ ("Marked as entered in error") },
  { "key-refused", N_ ("A key that nobody vouches for was not used") },
  { "keys", N_ ("Wrote down whose keys are whose") },
  { "letterbox", N_ ("Wrote down where a letterbox is") },
  { "lock", N_ ("Locked") },
  { "new-sheet", N_ ("Made a new recovery sheet") },
  { "password", N_ ("Changed the own password") },
  { "previous-keys", N_ ("The key file was damaged; its earlier version was used") },
  { "print", N_ ("Printed") },
  { "quit", N_ ("Closed Hearth") },
  { "remove", N_ ("Removed somebody’s access") },
  { "reset", N_ ("Gave a new first password") },
  { "restore", N_ ("Put back a copy of the house") },
  { "resume", N_ ("Locked by itself: the computer had slept") },
  { "revoke", N_ ("Took a key away") },
  { "rotation", N_ ("Replaced the key of the house") },
  { "screen", N_ ("Locked by itself: the screen was locked") },
  { "search", N_ ("Found in a search") },
  { "sign", N_ ("Signed") },
  { "sign-in", N_ ("Signed in") },
  { "sign-in-refused", N_ ("Passwords that were not right") },
  { "sign-out", N_ ("Signed out") },
  { "verify", N_ ("Checked the house") },
  { "view", N_ ("Looked at") },
};

const char *
hearth_audit_action_describe (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all_words); i++)
    if (g_str_equal (all_words[i].action, action))
      return _ (all_words[i].words);
  return action;
}
