/* SPDX-License-Identifier: GPL-3.0-or-later
 * The people who sign in, and their keys.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/people.h"

static bool
set_denied (GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "not yet");
  return false;
}

void
hearth_holder_free (HearthHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->account);
  g_strfreev (holder->compartments);
  g_free (holder);
}

GPtrArray *
hearth_store_list_holders (HearthStore *store, GError **error)
{
  set_denied (error);
  return NULL;
}

bool
hearth_store_reset_account (HearthStore *store,
                            HearthRecord *account,
                            HearthNewPassword *password,
                            GError **error)
{
  return set_denied (error);
}

bool
hearth_store_remove_account (HearthStore *store,
                             HearthRecord *account,
                             const char *reason,
                             GPtrArray **problems,
                             GError **error)
{
  return set_denied (error);
}

bool
hearth_store_grant (HearthStore *store, const char *account, const char *compartment, GError **error)
{
  return set_denied (error);
}

bool
hearth_store_revoke (HearthStore *store,
                     const char *account,
                     const char *compartment,
                     const char *reason,
                     GError **error)
{
  return set_denied (error);
}

bool
hearth_store_replace_sheet (HearthStore *store, HearthRecoverySheet **sheet, GError **error)
{
  return set_denied (error);
}

bool
hearth_store_tend_keys (HearthStore *store, GError **error)
{
  return true;
}

bool
hearth_store_wants_rotation (HearthStore *store)
{
  return false;
}

bool
hearth_house_rotate (const char *folder,
                     HearthKeyring *keyring,
                     HearthProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  return set_denied (error);
}
