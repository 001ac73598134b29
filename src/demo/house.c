/* SPDX-License-Identifier: GPL-3.0-or-later
 * The invented house while it is being written.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/house.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/found-house.h"
#include "rules/house-policy.h"
#include "rules/role.h"
#include "store/people.h"
#include "vault/words.h"

#include <string.h>

#define WORDS_IN_PASSWORD 4

/* --- helpers --- */

static void
account_free (HearthDemoAccount *account)
{
  g_free (account->user);
  g_free (account->password);
  g_free (account);
}

static char *
make_password (GRand *random)
{
  g_autoptr (GString) password = g_string_new (NULL);

  for (int i = 0; i < WORDS_IN_PASSWORD; i++)
    g_string_append_printf (password, i > 0 ? " %s" : "%s",
                            hearth_words[g_rand_int_range (random, 0, (gint32) hearth_words_count)]);
  return g_string_free (g_steal_pointer (&password), FALSE);
}

static GPtrArray *
make_accounts (guint32 seed)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) account_free);
  GRand *random = g_rand_new_with_seed (seed);

  for (unsigned int i = 0; i < hearth_demo_n_staff; i++)
    {
      HearthDemoAccount *account = g_new0 (HearthDemoAccount, 1);

      account->user = g_strdup (hearth_demo_staff[i].user);
      account->role = hearth_demo_staff[i].role;
      account->password = make_password (random);
      g_ptr_array_add (accounts, account);
    }
  g_rand_free (random);
  return accounts;
}

static const HearthDemoAccount *
lookup_account (HearthDemoHouse *house, const char *role)
{
  for (unsigned int i = 0; i < house->result->accounts->len; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (house->result->accounts, i);

      if (strcmp (account->role, role) == 0)
        return account;
    }
  g_assert_not_reached ();
}

static HearthRecord *
make_account (const HearthDemoStaff *staff)
{
  HearthRecord *account = hearth_record_new (&hearth_account_type);

  hearth_record_set (account, "name", staff->name);
  hearth_record_set (account, "user", staff->user);
  hearth_record_set (account, "role", staff->role);
  hearth_record_set (account, "profession", staff->profession);
  hearth_record_set (account, "active", "yes");
  return account;
}

static HearthRecord *
make_house_record (void)
{
  HearthRecord *record = hearth_record_new (&hearth_house_type);

  hearth_record_set (record, "name", "Linden House");
  hearth_record_set (record, "organisation", "Lantern Hill Association (invented)");
  hearth_record_set (record, "letter_address", "Post box 0, Sampletown");
  hearth_record_set (record, "letter_phone", "555 0100");
  hearth_record_set (record, "demo", "yes");
  return record;
}

static void
close_store (HearthDemoHouse *house)
{
  if (house->store == NULL)
    return;
  hearth_store_close (house->store);
  g_clear_object (&house->store);
  house->role = NULL;
}

static HearthKeyring *
get_keyring (HearthDemoHouse *house, const char *role, GError **error)
{
  HearthKeyring *keyring = g_hash_table_lookup (house->keyrings, role);
  const HearthDemoAccount *account = lookup_account (house, role);

  if (keyring != NULL)
    return keyring;
  keyring = hearth_vault_unlock (house->folder, account->user, account->password, error);
  if (keyring != NULL)
    g_hash_table_insert (house->keyrings, (gpointer) account->role, keyring);
  return keyring;
}

static void
keyring_close (gpointer keyring)
{
  hearth_keyring_close (keyring);
  g_object_unref (keyring);
}

static void
set_clock (HearthDemoHouse *house, GDateTime *time)
{
  g_autofree char *text = g_date_time_format_iso8601 (time);

  hearth_clock_set_fixed (house->clock, text);
}

static GDateTime *
time_of (HearthDemoHouse *house, int day, int hour, int minute)
{
  g_autoptr (GDate) date = g_date_copy (house->first_day);

  g_date_add_days (date, (guint) day);
  return g_date_time_new (g_date_time_get_timezone (house->now), g_date_get_year (date),
                          (int) g_date_get_month (date), g_date_get_day (date), hour, minute, 0);
}

static void
reckon_days (HearthDemoHouse *house)
{
  g_autoptr (GDate) today = g_date_new_dmy ((GDateDay) g_date_time_get_day_of_month (house->now),
                                            (GDateMonth) g_date_time_get_month (house->now),
                                            (GDateYear) g_date_time_get_year (house->now));

  house->first_day = g_date_copy (today);
  g_date_subtract_months (house->first_day, house->options->months);
  house->days = g_date_days_between (house->first_day, today) + 1;
}

/* Also what the program makes by itself from what was written. */
static void
saved_cb (HearthDemoHouse *house, HearthRecord *record)
{
  g_hash_table_add (house->saved, g_strdup (hearth_record_get_id (record)));
  house->result->records = g_hash_table_size (house->saved);
}

static void
remember_person (HearthDemoHouse *house, const HearthDemoAccount *account, HearthRecord *record)
{
  g_hash_table_insert (house->people, (gpointer) account->role, g_strdup (hearth_record_get_id (record)));
  saved_cb (house, record);
}

static void
room_free (gpointer data)
{
  HearthDemoRoom *room = data;

  g_free (room->id);
  g_free (room->name);
  g_free (room);
}

static bool
add_accounts (HearthDemoHouse *house, GError **error)
{
  for (unsigned int i = 1; i < hearth_demo_n_staff; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (house->result->accounts, i);
      g_autoptr (HearthRecord) record = make_account (&hearth_demo_staff[i]);
      g_autoptr (HearthNewPassword) password =
        hearth_new_password_prepare (house->folder, account->user, account->password, false, error);

      if (password == NULL ||
          !hearth_store_add_account (house->store, record, password,
                                     hearth_role_lookup (account->role)->compartments, NULL, error))
        return false;
      remember_person (house, account, record);
    }
  return true;
}

/* --- public --- */

void
hearth_demo_result_free (HearthDemoResult *result)
{
  g_ptr_array_unref (result->accounts);
  g_free (result);
}

HearthDemoHouse *
hearth_demo_house_new (const char *folder, const HearthDemoOptions *options)
{
  HearthDemoHouse *house = g_new0 (HearthDemoHouse, 1);
  g_autofree char *stamp = NULL;

  house->folder = folder;
  house->options = options;
  house->result = g_new0 (HearthDemoResult, 1);
  house->result->accounts = make_accounts (options->seed);
  house->now = hearth_clock_now (options->clock);
  stamp = g_date_time_format_iso8601 (house->now);
  house->clock = hearth_clock_new_fixed (stamp);
  house->keyrings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, keyring_close);
  house->people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  house->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  house->saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  house->rooms = g_ptr_array_new_with_free_func (room_free);
  reckon_days (house);
  return house;
}

void
hearth_demo_house_free (HearthDemoHouse *house)
{
  close_store (house);
  g_clear_pointer (&house->keyrings, g_hash_table_unref);
  g_clear_pointer (&house->people, g_hash_table_unref);
  g_clear_pointer (&house->kept, g_hash_table_unref);
  g_clear_pointer (&house->saved, g_hash_table_unref);
  g_clear_pointer (&house->rooms, g_ptr_array_unref);
  g_clear_pointer (&house->result, hearth_demo_result_free);
  g_clear_pointer (&house->first_day, g_date_free);
  g_clear_pointer (&house->now, g_date_time_unref);
  g_clear_object (&house->clock);
  g_free (house);
}

bool
hearth_demo_house_found (HearthDemoHouse *house, GError **error)
{
  const HearthDemoAccount *director = g_ptr_array_index (house->result->accounts, 0);
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthRecord) record = make_house_record ();
  g_autoptr (HearthRecord) account = make_account (&hearth_demo_staff[0]);
  HearthKeyring *keyring = NULL;

  hearth_demo_house_set_time (house, 0, 7, 0);
  house->store = hearth_house_found (house->folder, record, account, director->password, house->options->cost,
                                     house->clock, &keyring, &sheet, error);
  if (house->store == NULL)
    return false;
  g_signal_connect_swapped (house->store, "saved", G_CALLBACK (saved_cb), house);
  g_hash_table_insert (house->keyrings, (gpointer) director->role, keyring);
  saved_cb (house, record);
  remember_person (house, director, account);
  house->role = director->role;
  return add_accounts (house, error) && hearth_store_begin (house->store, error);
}

bool
hearth_demo_house_commit (HearthDemoHouse *house, GError **error)
{
  return hearth_store_commit (house->store, error) && hearth_store_begin (house->store, error);
}

bool
hearth_demo_house_sign_in (HearthDemoHouse *house, const char *role, GError **error)
{
  g_autoptr (HearthHousePolicy) policy = NULL;
  HearthKeyring *keyring;

  if (house->role != NULL && strcmp (house->role, role) == 0)
    return true;
  if (house->store != NULL && !hearth_store_commit (house->store, error))
    return false;
  close_store (house);
  keyring = get_keyring (house, role, error);
  if (keyring == NULL)
    return false;
  policy = hearth_house_policy_new ();
  house->store = hearth_store_open (house->folder, keyring, HEARTH_POLICY (policy), house->clock, error);
  if (house->store == NULL)
    return false;
  hearth_house_policy_set_store (policy, house->store);
  g_signal_connect_swapped (house->store, "saved", G_CALLBACK (saved_cb), house);
  house->role = role;
  return hearth_store_begin (house->store, error);
}

const char *
hearth_demo_house_get_person (HearthDemoHouse *house, const char *role)
{
  return g_hash_table_lookup (house->people, role);
}

char *
hearth_demo_house_dup_date (HearthDemoHouse *house, int day)
{
  char first[16];

  g_date_strftime (first, sizeof first, "%Y-%m-%d", house->first_day);
  return hearth_date_add_days (first, day);
}

char *
hearth_demo_house_dup_instant (HearthDemoHouse *house, int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = time_of (house, day, hour + minute / 60, minute % 60);

  return hearth_instant_from_date_time (time);
}

int
hearth_demo_house_days_ago (HearthDemoHouse *house, int day)
{
  return house->days - 1 - day;
}

int
hearth_demo_house_get_weekday (HearthDemoHouse *house, int day)
{
  g_autoptr (GDate) date = g_date_copy (house->first_day);

  g_date_add_days (date, (guint) day);
  return (int) g_date_get_weekday (date);
}

void
hearth_demo_house_keep_text (HearthDemoHouse *house, const char *key, const char *text)
{
  g_hash_table_insert (house->kept, g_strdup (key), g_strdup (text));
}

void
hearth_demo_house_keep (HearthDemoHouse *house, const char *key, HearthRecord *record)
{
  hearth_demo_house_keep_text (house, key, hearth_record_get_id (record));
}

const char *
hearth_demo_house_get_kept (HearthDemoHouse *house, const char *key)
{
  return g_hash_table_lookup (house->kept, key);
}

static char *
key_of (const HearthDemoPlan *plan, const char *key)
{
  return g_strdup_printf ("%s of %u", key, plan->place);
}

void
hearth_demo_house_keep_of (HearthDemoHouse *house,
                           const HearthDemoPlan *plan,
                           const char *key,
                           HearthRecord *record)
{
  g_autofree char *own = key_of (plan, key);

  hearth_demo_house_keep (house, own, record);
}

void
hearth_demo_house_forget_of (HearthDemoHouse *house, const HearthDemoPlan *plan, const char *key)
{
  g_autofree char *own = key_of (plan, key);

  g_hash_table_remove (house->kept, own);
}

const char *
hearth_demo_house_get_kept_of (HearthDemoHouse *house, const HearthDemoPlan *plan, const char *key)
{
  g_autofree char *own = key_of (plan, key);

  return hearth_demo_house_get_kept (house, own);
}

bool
hearth_demo_house_has_come (HearthDemoHouse *house, int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = time_of (house, day, hour, minute);

  return g_date_time_compare (time, house->now) <= 0;
}

bool
hearth_demo_house_set_time (HearthDemoHouse *house, int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = time_of (house, day, hour, minute);

  if (g_date_time_compare (time, house->now) > 0)
    return false;
  set_clock (house, time);
  return true;
}

HearthRecord *
hearth_demo_house_new_record (HearthDemoHouse *house,
                              const HearthRecordType *type,
                              const HearthDemoPlan *plan)
{
  HearthRecord *record = hearth_record_new (type);

  if (plan != NULL)
    hearth_record_set (record, "resident", plan->id);
  return record;
}

bool
hearth_demo_house_save (HearthDemoHouse *house, HearthRecord *record, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (hearth_store_save (house->store, record, NULL, &problems, error))
    return true;
  /* An invented record that the program refuses is a mistake of ours. */
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);

      g_warning ("The demo’s %s is refused: %s, problem %d", hearth_record_get_record_type (record)->name,
                 problem->field, problem->code);
    }
  return false;
}

bool
hearth_demo_house_sign (HearthDemoHouse *house, HearthRecord *record, GError **error)
{
  return hearth_demo_house_save (house, record, error) && hearth_store_sign (house->store, record, error);
}

void
hearth_demo_record_set_all (HearthRecord *record, const HearthDemoPair *pairs)
{
  for (; pairs->field != NULL; pairs++)
    if (pairs->value[0] != '\0')
      hearth_record_set (record, pairs->field, pairs->value);
}

void
hearth_demo_record_take (HearthRecord *record, const char *field, char *value)
{
  hearth_record_set (record, field, value);
  g_free (value);
}

void
hearth_demo_house_set_day (HearthDemoHouse *house, HearthRecord *record, const char *field, int day)
{
  hearth_demo_record_take (record, field, hearth_demo_house_dup_date (house, day));
}

void
hearth_demo_record_set_decimal (HearthRecord *record, const char *field, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  hearth_record_set (record, field, g_ascii_formatd (text, sizeof text, "%.1f", value));
}
