/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who holds which key, compared with what the roles ask for: people who wait for a key, and who can give it.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/key-requests.h"

#include "core/record.h"
#include "records/types.h"
#include "rules/account-role.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *name;
  const char *label;
  const char *key;
  const char *words;
} compartments[] = {
  { "counselling", N_ ("Counselling"), N_ ("the counselling key"),
    N_ ("What counsellors seal for each other.") },
  { "medical", N_ ("Medical"), N_ ("the medical key"),
    N_ ("What is most private of health: HIV and other infections, pregnancy, sexual history.") },
  { "legal", N_ ("Legal"), N_ ("the legal key"), N_ ("What is between the resident and the lawyers.") },
  { "safeguarding", N_ ("Safeguarding"), N_ ("the safeguarding key"),
    N_ ("What is said against somebody of the staff.") },
};

/* --- keys and their holders --- */

const HearthHolder *
hearth_holders_lookup (GPtrArray *holders, const char *account)
{
  g_return_val_if_fail (holders != NULL, NULL);

  for (guint i = 0; i < holders->len; i++)
    {
      const HearthHolder *holder = g_ptr_array_index (holders, i);

      if (!holder->is_recovery && g_str_equal (holder->account, account))
        return holder;
    }
  return NULL;
}

const HearthHolder *
hearth_holders_lookup_sheet (GPtrArray *holders)
{
  g_return_val_if_fail (holders != NULL, NULL);

  for (guint i = 0; i < holders->len; i++)
    {
      const HearthHolder *holder = g_ptr_array_index (holders, i);

      if (holder->is_recovery)
        return holder;
    }
  return NULL;
}

bool
hearth_holder_has (const HearthHolder *holder, const char *compartment)
{
  return holder != NULL && g_strv_contains ((const char *const *) holder->compartments, compartment);
}

const char **
hearth_holders_list (GPtrArray *holders, const char *compartment)
{
  const char **accounts = g_new0 (const char *, holders->len + 1);
  gsize n = 0;

  for (guint i = 0; i < holders->len; i++)
    {
      const HearthHolder *holder = g_ptr_array_index (holders, i);

      if (!holder->is_recovery && hearth_holder_has (holder, compartment))
        accounts[n++] = holder->account;
    }
  return accounts;
}

static gsize
find_compartment (const char *name)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (compartments) - 1 && !g_str_equal (compartments[i].name, name))
    i++;
  g_return_val_if_fail (g_str_equal (compartments[i].name, name), i);
  return i;
}

const char *
hearth_compartment_get_label (const char *compartment)
{
  return _ (compartments[find_compartment (compartment)].label);
}

const char *
hearth_compartment_get_key (const char *compartment)
{
  return _ (compartments[find_compartment (compartment)].key);
}

const char *
hearth_compartment_describe (const char *compartment)
{
  return _ (compartments[find_compartment (compartment)].words);
}

/* --- who waits --- */

void
hearth_key_request_free (HearthKeyRequest *request)
{
  if (request == NULL)
    return;
  g_clear_object (&request->account);
  g_strfreev (request->givers);
  g_free (request);
}

/** The one who asks who waits. */
typedef struct {
  GPtrArray *holders;
  const HearthHolder *holder; /* NULL: holds nothing */
  bool asks_others;
} Giver;

/* Of @names, those that @receiver lacks and @giver could give, or have given. */
static void
add_requests (GPtrArray *requests,
              const Giver *giver,
              const HearthHolder *receiver,
              HearthRecord *account,
              const char *const *names)
{
  for (const char *const *name = names; *name != NULL; name++)
    {
      HearthKeyRequest *request;
      g_autofree const char **others = NULL;

      if (hearth_holder_has (receiver, *name) ||
          !(giver->asks_others || hearth_holder_has (giver->holder, *name)))
        continue;
      request = g_new0 (HearthKeyRequest, 1);
      g_set_object (&request->account, account);
      request->compartment = *name;
      others = giver->asks_others ? hearth_holders_list (giver->holders, *name) : NULL;
      request->givers = g_strdupv ((GStrv) others);
      g_ptr_array_add (requests, request);
    }
}

static void
add_account (HearthStore *store, GPtrArray *requests, const Giver *giver, HearthRecord *account)
{
  const HearthHolder *receiver = hearth_holders_lookup (giver->holders, hearth_record_get_id (account));
  const HearthRole *role;

  /* Without keys of their own nobody can be given any, nor before they have chosen a password. */
  if (receiver == NULL || receiver == giver->holder || receiver->first_password)
    return;
  role = hearth_account_get_role (store, account);
  if (role != NULL)
    add_requests (requests, giver, receiver, account, role->compartments);
}

static bool
add_accounts (HearthStore *store, GPtrArray *requests, const Giver *giver, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) accounts = NULL;

  hearth_query_set_sort (query, "name", false);
  accounts = hearth_store_list (store, query, error);
  if (accounts == NULL)
    return false;
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      if (account != NULL)
        add_account (store, requests, giver, account);
    }
  return true;
}

GPtrArray *
hearth_key_requests_list (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_key_request_free);
  HearthPolicy *policy = hearth_store_get_policy (store);
  HearthRecord *self = hearth_store_get_account (store);
  g_autoptr (GPtrArray) holders = NULL;
  const HearthHolder *sheet;
  Giver giver = { NULL };
  bool holds_any;

  if (self == NULL || !hearth_policy_may_read (policy, &hearth_account_type, NULL, NULL))
    return g_steal_pointer (&requests);
  giver.holders = holders = hearth_store_list_holders (store, error);
  if (holders == NULL)
    return NULL;
  giver.holder = hearth_holders_lookup (holders, hearth_record_get_id (self));
  holds_any = giver.holder != NULL && *giver.holder->compartments != NULL;
  giver.asks_others = !holds_any && hearth_policy_may_do (policy, HEARTH_ACTION_MANAGE_ACCOUNTS);
  if (!holds_any && !giver.asks_others)
    return g_steal_pointer (&requests);
  sheet = hearth_holders_lookup_sheet (holders);
  if (sheet != NULL)
    add_requests (requests, &giver, sheet, NULL, hearth_compartments);
  return add_accounts (store, requests, &giver, error) ? g_steal_pointer (&requests) : NULL;
}
