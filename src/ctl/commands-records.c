/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl add, change, list, show, search: records in and out.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/command.h"

#include "core/date.h"
#include "core/id.h"
#include "ctl/json-writer.h"
#include "ctl/password.h"
#include "ctl/record-json.h"
#include "ctl/types.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/role.h"
#include "rules/seen.h"
#include "store/audit.h"
#include "store/people.h"
#include "store/search.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Longer than any record can be; what is longer is refused before it fills the memory. */
#define MAX_INPUT_BYTES (64u << 20)
#define MAX_HITS 200

static char *option_resident;
static char *option_from;
static char *option_to;
static char *option_reason;
static char *option_new_password_file;

/* --- helpers --- */

static const HearthRecordType *
find_type (const char *name)
{
  const HearthRecordType *type = g_utf8_validate (name, -1, NULL) ? hearth_records_lookup_type (name) : NULL;

  if (type == NULL)
    hearth_command_fail (HEARTH_EXIT_BAD_INPUT,
                         _ ("There is no such record type. \"hearthctl types\" lists them."));
  return type;
}

static void
print_record (HearthRecord *record)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

  hearth_record_add_to_json (record, json);
  hearth_json_writer_print (json, stdout);
}

/* --- add --- */

/* Everything on stdin; NULL when it cannot be read or is too much. */
static GString *
read_stdin (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char chunk[16384];
  gssize n;

  while ((n = read (STDIN_FILENO, chunk, sizeof chunk)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || text->len > MAX_INPUT_BYTES)
        return NULL;
      g_string_append_len (text, chunk, n);
    }
  return g_steal_pointer (&text);
}

static HearthExit
save_account (HearthCall *call, HearthRecord *account)
{
  const HearthRole *role = hearth_role_lookup (hearth_record_get (account, "role"));
  const char *const none[] = { NULL };
  g_autoptr (HearthPassword) password = NULL;
  g_autoptr (HearthNewPassword) prepared = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (option_new_password_file == NULL || strcmp (option_new_password_file, "-") == 0)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("An account needs --new-password-file FILE with "
                                                          "the new person's password."));
  password = hearth_password_read (option_new_password_file, &error);
  if (password == NULL)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, error->message);
  if (!hearth_record_has (account, "active"))
    hearth_record_set (account, "active", "yes");
  prepared = hearth_new_password_prepare (hearth_store_get_folder (call->store),
                                          hearth_record_get (account, "user"), password, true, &error);
  if (prepared == NULL)
    return hearth_command_fail_with_error (error);
  if (hearth_store_add_account (call->store, account, prepared, role != NULL ? role->compartments : none,
                                &problems, &error))
    return HEARTH_EXIT_DONE;
  if (problems != NULL && g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID))
    return hearth_command_fail_with_problems (&hearth_account_type, problems);
  return hearth_command_fail_with_error (error);
}

static HearthExit
save_record (HearthCall *call, HearthRecord *record)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (hearth_store_save (call->store, record, option_reason, &problems, &error))
    return HEARTH_EXIT_DONE;
  if (problems != NULL && g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID))
    return hearth_command_fail_with_problems (hearth_record_get_record_type (record), problems);
  return hearth_command_fail_with_error (error);
}

/* What stands on stdin; NULL when that was said to be wrong. */
static HearthJsonValue *
read_object (void)
{
  g_autoptr (GString) text = read_stdin ();
  g_autofree char *fault = NULL;
  HearthJsonValue *object;

  if (text == NULL)
    {
      hearth_command_fail (HEARTH_EXIT_BAD_INPUT,
                           _ ("The record on stdin cannot be read, or is far too long."));
      return NULL;
    }
  object = hearth_json_read_object (text->str, text->len, &fault);
  if (object == NULL)
    hearth_command_print_problem ("", fault);
  return object;
}

static HearthExit
run_add (HearthCall *call)
{
  const HearthRecordType *type = find_type (call->arguments[0]);
  g_autoptr (HearthJsonValue) object = NULL;
  g_autoptr (HearthRecord) record = NULL;
  HearthExit status;

  if (type == NULL)
    return HEARTH_EXIT_BAD_INPUT;
  if (!hearth_policy_may_write (hearth_store_get_policy (call->store), type, NULL, NULL))
    return hearth_command_fail (HEARTH_EXIT_DENIED,
                                _ ("Your role does not include writing records of this type."));
  object = read_object ();
  if (object == NULL)
    return HEARTH_EXIT_BAD_INPUT;
  record = hearth_record_new (type);
  if (hearth_record_take_json (record, object, call->store) > 0)
    return HEARTH_EXIT_BAD_INPUT;
  status = type == &hearth_account_type ? save_account (call, record) : save_record (call, record);
  if (status == HEARTH_EXIT_DONE)
    print_record (record);
  return status;
}

/* --- change --- */

/* What this reader may not see stays as it is, whatever is said of it: then nothing is changed at all. */
static bool
names_withheld (HearthRecord *record, const HearthJsonValue *object)
{
  for (unsigned int i = 0; i < object->items->len; i++)
    {
      const HearthJsonValue *member = g_ptr_array_index (object->items, i);
      int column = hearth_record_type_find_column (hearth_record_get_record_type (record), member->name);

      if (column >= 0 && hearth_record_is_withheld (record, (unsigned int) column))
        return true;
    }
  return false;
}

static HearthExit
run_change (HearthCall *call)
{
  g_autoptr (HearthRecord) record = NULL;
  g_autoptr (HearthRecord) changed = NULL;
  g_autoptr (HearthJsonValue) object = NULL;
  g_autoptr (GError) error = NULL;
  HearthExit status;

  if (!hearth_id_is_valid (call->arguments[0]))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("This is not the id of a record."));
  record = hearth_store_load (call->store, call->arguments[0], &error);
  if (record == NULL)
    return hearth_command_fail_with_error (error);
  object = read_object ();
  if (object == NULL)
    return HEARTH_EXIT_BAD_INPUT;
  if (names_withheld (record, object))
    return hearth_command_fail (HEARTH_EXIT_DENIED,
                                _ ("Your role does not include some of these fields of the record."));
  changed = hearth_record_copy (record);
  if (hearth_record_take_json (changed, object, call->store) > 0)
    return HEARTH_EXIT_BAD_INPUT;
  status = save_record (call, changed);
  if (status == HEARTH_EXIT_DONE)
    print_record (changed);
  return status;
}

/* --- list --- */

static HearthExit
set_resident (HearthCall *call, HearthQuery *query)
{
  g_autoptr (HearthRecord) resident = NULL;
  g_autoptr (GError) error = NULL;

  if (option_resident == NULL)
    return HEARTH_EXIT_DONE;
  if (query->type->owner == HEARTH_OWNER_HOUSE)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("Records of this type belong to no resident."));
  resident = hearth_store_load_resident (call->store, option_resident, &error);
  if (resident == NULL)
    return hearth_command_fail_with_error (error);
  hearth_query_set_resident (query, hearth_record_get_id (resident));
  return HEARTH_EXIT_DONE;
}

/* A list that tells of tiers 3 and 4 is noted before the first of them is printed. */
static HearthExit
print_all (HearthStore *store, const HearthRecordType *type, GListModel *records)
{
  g_autoptr (GError) error = NULL;
  bool noted = false;

  for (unsigned int i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (!noted && hearth_seen_tells (record))
        {
          if (!hearth_store_note (store, "view", type, NULL, NULL, &error))
            return hearth_command_fail_with_error (error);
          noted = true;
        }
      print_record (record);
    }
  return HEARTH_EXIT_DONE;
}

static HearthExit
run_list (HearthCall *call)
{
  const HearthRecordType *type = find_type (call->arguments[0]);
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) error = NULL;
  HearthExit status;

  if (type == NULL)
    return HEARTH_EXIT_BAD_INPUT;
  if (!hearth_command_is_day (option_from) || !hearth_command_is_day (option_to))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("--from and --to take a day like 2026-03-01."));
  query = hearth_query_new (type);
  /* Each line says its state. */
  query->include_errors = true;
  hearth_query_set_period (query, option_from, option_to);
  status = set_resident (call, query);
  if (status != HEARTH_EXIT_DONE)
    return status;
  records = hearth_store_list (call->store, query, &error);
  if (records == NULL)
    return hearth_command_fail_with_error (error);
  return print_all (call->store, type, records);
}

/* --- show --- */

static void
add_revisions (HearthJsonWriter *json, GPtrArray *revisions)
{
  hearth_json_writer_begin_array (json, "revisions");
  for (unsigned int i = 0; i < revisions->len; i++)
    {
      const HearthRevision *revision = g_ptr_array_index (revisions, i);
      g_autofree char *saved_at = hearth_instant_to_rfc3339 (revision->saved_at);

      hearth_json_writer_begin_object (json, NULL);
      hearth_json_writer_add_integer (json, "revision", revision->revision);
      hearth_json_writer_add_string (json, "saved_at", saved_at);
      hearth_json_writer_add_string (json, "saved_by", revision->saved_by);
      if (revision->reason != NULL && *revision->reason != '\0')
        hearth_json_writer_add_string (json, "reason", revision->reason);
      hearth_json_writer_begin_object (json, "record");
      hearth_record_add_to_json (revision->record, json);
      hearth_json_writer_end (json);
      hearth_json_writer_end (json);
    }
  hearth_json_writer_end (json);
}

static HearthExit
run_show (HearthCall *call)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();
  g_autoptr (HearthRecord) record = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  if (!hearth_id_is_valid (call->arguments[0]))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("This is not the id of a record."));
  record = hearth_store_load (call->store, call->arguments[0], &error);
  if (record != NULL)
    revisions = hearth_store_list_revisions (call->store, call->arguments[0], &error);
  if (revisions == NULL)
    return hearth_command_fail_with_error (error);
  hearth_json_writer_add_string (json, "type", hearth_record_get_record_type (record)->name);
  hearth_json_writer_begin_object (json, "record");
  hearth_record_add_to_json (record, json);
  hearth_json_writer_end (json);
  add_revisions (json, revisions);
  hearth_json_writer_print (json, stdout);
  return HEARTH_EXIT_DONE;
}

/* --- search --- */

static void
print_hit (const HearthSearchHit *hit)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

  hearth_json_writer_add_string (json, "id", hit->id);
  hearth_json_writer_add_string (json, "type", hit->type->name);
  hearth_json_writer_add_string (json, "title", hit->title);
  if (*hit->resident != '\0')
    {
      hearth_json_writer_add_string (json, "resident", hit->resident);
      hearth_json_writer_add_string (json, "resident_title", hit->resident_title);
    }
  if (*hit->date != '\0')
    hearth_json_writer_add_string (json, "date", hit->date);
  if (*hit->snippet != '\0')
    hearth_json_writer_add_string (json, "snippet", hit->snippet);
  hearth_json_writer_print (json, stdout);
}

static HearthExit
run_search (HearthCall *call)
{
  g_autofree char *words = g_strjoinv (" ", call->arguments);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_utf8_validate (words, -1, NULL))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("The words are not UTF-8 text."));
  hits = hearth_store_search (call->store, words, MAX_HITS, &error);
  if (hits == NULL)
    return hearth_command_fail_with_error (error);
  for (unsigned int i = 0; i < hits->len; i++)
    print_hit (g_ptr_array_index (hits, i));
  return HEARTH_EXIT_DONE;
}

/* --- the table --- */

static const GOptionEntry add_options[] = {
  { "new-password-file", 0, 0, G_OPTION_ARG_FILENAME, &option_new_password_file,
    N_ ("For an account: a file whose first line is the new person's password"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry change_options[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &option_reason,
                                                 N_ ("Why, for the record's history"), N_ ("TEXT") },
                                               G_OPTION_ENTRY_NULL };

static const GOptionEntry list_options[] = { { "resident", 0, 0, G_OPTION_ARG_STRING, &option_resident,
                                               N_ ("Only of the resident with this number"), N_ ("CODE") },
                                             { "from", 0, 0, G_OPTION_ARG_STRING, &option_from,
                                               N_ ("Only from this day on, like 2026-03-01"), N_ ("DAY") },
                                             { "to", 0, 0, G_OPTION_ARG_STRING, &option_to,
                                               N_ ("Only up to this day"), N_ ("DAY") },
                                             G_OPTION_ENTRY_NULL };

const HearthCommand hearth_commands_records[] = {
  {
    .name = "types",
    .arguments = "",
    .summary = N_ ("Print every record type with its fields"),
    .run = hearth_command_run_types,
  },
  {
    .name = "add",
    .arguments = "TYPE",
    .summary = N_ ("Save the record that stands on stdin as JSON"),
    .description =
      N_ ("Keys are the names that \"hearthctl types\" prints; \"resident\" takes a resident's number.\n"
          "Prints the record as saved. What is wrong with it is said on stderr, one JSON line each."),
    .takes = { HEARTH_TAKES_WORD },
    .needs = HEARTH_NEEDS_STORE,
    .options = add_options,
    .reads = "new-password-file",
    .run = run_add,
  },
  {
    .name = "change",
    .arguments = "ID",
    .summary = N_ ("Change the fields of a record that stand on stdin as JSON"),
    .description =
      N_ ("What is not named stays as it is; null takes a value away. Prints the record as saved.\n"
          "What is wrong with it is said on stderr, one JSON line each."),
    .takes = { HEARTH_TAKES_WORD },
    .needs = HEARTH_NEEDS_STORE,
    .options = change_options,
    .run = run_change,
  },
  {
    .name = "list",
    .arguments = "TYPE",
    .summary = N_ ("Print the records of a type, the newest first"),
    .takes = { HEARTH_TAKES_WORD },
    .needs = HEARTH_NEEDS_STORE,
    .options = list_options,
    .run = run_list,
  },
  {
    .name = "show",
    .arguments = "ID",
    .summary = N_ ("Print a record with all its versions"),
    .takes = { HEARTH_TAKES_WORD },
    .needs = HEARTH_NEEDS_STORE,
    .run = run_show,
  },
  {
    .name = "search",
    .arguments = "WORDS",
    .summary = N_ ("Print what holds all these words, people first"),
    .takes = { HEARTH_TAKES_WORD },
    .or_more = true,
    .needs = HEARTH_NEEDS_STORE,
    .run = run_search,
  },
  { .name = NULL },
};
