/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl verify, backup, copies, drill, restore: whether a house is whole, and copies of it.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/command.h"
#include "core/date.h"
#include "ctl/json-writer.h"
#include "store/audit.h"
#include "store/copies.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* --- verify --- */

static void
print_verification (const HearthVerification *verification)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

  hearth_json_writer_add_boolean (json, "whole", verification->findings->len == 0);
  hearth_json_writer_add_integer (json, "audit_rows", verification->audit_rows);
  hearth_json_writer_add_integer (json, "records", verification->records);
  hearth_json_writer_add_integer (json, "attachments", verification->attachments);
  hearth_json_writer_add_string (json, "anchor", verification->anchor != NULL ? verification->anchor : "");
  hearth_json_writer_begin_array (json, "findings");
  for (unsigned int i = 0; i < verification->findings->len; i++)
    {
      const HearthFinding *finding = g_ptr_array_index (verification->findings, i);

      hearth_json_writer_begin_object (json, NULL);
      hearth_json_writer_add_string (json, "kind", finding->kind);
      if (finding->sequence > 0)
        hearth_json_writer_add_integer (json, "sequence", finding->sequence);
      hearth_json_writer_add_string (json, "sentence", finding->sentence);
      hearth_json_writer_end (json);
    }
  hearth_json_writer_end (json);
  hearth_json_writer_print (json, stdout);
}

/* A damaged house cannot be opened, so nobody's role can be read; whoever holds its keys may know that much. */
static bool
is_damage (const GError *error)
{
  return g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY) ||
         g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

static HearthExit
may (HearthCall *call, HearthAction action, const char *sentence)
{
  if (hearth_policy_may_do (hearth_store_get_policy (call->store), action))
    return HEARTH_EXIT_DONE;
  return hearth_command_fail (HEARTH_EXIT_DENIED, sentence);
}

static HearthExit
run_verify (HearthCall *call)
{
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  if (hearth_call_open_store (call, &error))
    {
      HearthExit status =
        may (call, HEARTH_ACTION_VERIFY, _ ("Your role does not include checking the house."));

      if (status != HEARTH_EXIT_DONE)
        return status;
      if (!hearth_store_note (call->store, "verify", NULL, NULL, NULL, &error))
        return hearth_command_fail_with_error (error);
    }
  else if (!is_damage (error))
    return hearth_command_fail_with_error (error);
  g_clear_error (&error);
  verification =
    hearth_house_verify (call->house, call->keyring, hearth_command_show_progress, NULL, NULL, &error);
  if (verification == NULL)
    return hearth_command_fail_with_error (error);
  print_verification (verification);
  return verification->findings->len == 0 ? HEARTH_EXIT_DONE : HEARTH_EXIT_FAILED;
}

/* --- backup --- */

static HearthExit
fail_with_copy (const GError *error)
{
  g_autofree char *sentence = hearth_copy_error_to_sentence (error);

  return hearth_command_fail (HEARTH_EXIT_FAILED, sentence);
}

static void
add_path (HearthJsonWriter *json, const char *name, const char *path)
{
  g_autofree char *shown = g_filename_to_utf8 (path, -1, NULL, NULL, NULL);

  hearth_json_writer_add_string (json, name, shown != NULL ? shown : "");
}

static HearthExit
run_backup (HearthCall *call)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  HearthExit status =
    may (call, HEARTH_ACTION_BACKUP, _ ("Your role does not include making copies of the house."));

  if (status != HEARTH_EXIT_DONE)
    return status;
  if (!hearth_store_note (call->store, "backup", NULL, NULL, NULL, &error))
    return hearth_command_fail_with_error (error);
  if (!hearth_house_backup (call->house, call->keyring, call->arguments[0], HEARTH_COPY_ASKED, &copy,
                            hearth_command_show_progress, NULL, NULL, &error))
    return fail_with_copy (error);
  add_path (json, "copy", copy);
  hearth_json_writer_print (json, stdout);
  return HEARTH_EXIT_DONE;
}

/* --- copies --- */

static const char *
reason_to_code (HearthCopyReason why)
{
  switch (why)
    {
    case HEARTH_COPY_SCHEDULED:
      return "scheduled";
    case HEARTH_COPY_ASKED:
      return "asked";
    case HEARTH_COPY_BEFORE_MIGRATION:
      return "before-migration";
    case HEARTH_COPY_BEFORE_ROTATION:
      return "before-rotation";
    default:
      g_return_val_if_reached ("");
    }
}

static HearthExit
run_copies (HearthCall *call)
{
  g_autoptr (GPtrArray) copies = NULL;

  if (!g_file_test (call->arguments[0], G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GError) error = g_error_new_literal (HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, "");

      return fail_with_copy (error);
    }
  copies = hearth_copies_list (call->arguments[0], NULL, NULL);
  for (unsigned int i = 0; i < copies->len; i++)
    {
      const HearthCopy *copy = g_ptr_array_index (copies, i);
      g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

      add_path (json, "copy", copy->path);
      hearth_json_writer_add_string (json, "house", copy->house);
      hearth_json_writer_add_string (json, "made_at", copy->made_at);
      hearth_json_writer_add_string (json, "why", reason_to_code (copy->why));
      hearth_json_writer_print (json, stdout);
    }
  return HEARTH_EXIT_DONE;
}

/* --- drill --- */

static void
print_drill (const HearthDrill *drill)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();
  g_autofree char *last = hearth_instant_to_rfc3339 (drill->last_entry);
  g_autofree char *last_now = hearth_instant_to_rfc3339 (drill->last_entry_now);

  hearth_json_writer_add_string (json, "made_at", drill->made_at);
  hearth_json_writer_add_integer (json, "records", drill->records);
  hearth_json_writer_add_integer (json, "records_now", drill->records_now);
  hearth_json_writer_add_string (json, "last_entry", last);
  hearth_json_writer_add_string (json, "last_entry_now", last_now);
  hearth_json_writer_add_integer (json, "files", drill->files);
  hearth_json_writer_add_string (json, "anchor", drill->anchor);
  hearth_json_writer_print (json, stdout);
}

static HearthExit
run_drill (HearthCall *call)
{
  g_autoptr (HearthDrill) drill = NULL;
  g_autoptr (GError) error = NULL;
  HearthExit status =
    may (call, HEARTH_ACTION_BACKUP, _ ("Your role does not include trying out copies of the house."));

  if (status != HEARTH_EXIT_DONE)
    return status;
  if (!hearth_store_note (call->store, "drill", NULL, NULL, NULL, &error))
    return hearth_command_fail_with_error (error);
  drill = hearth_house_drill (call->house, call->keyring, call->arguments[0], hearth_command_show_progress,
                              NULL, NULL, &error);
  if (drill == NULL)
    return fail_with_copy (error);
  print_drill (drill);
  return HEARTH_EXIT_DONE;
}

/* --- restore --- */

static HearthExit
run_restore (HearthCall *call)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_house_restore (call->arguments[0], call->arguments[1], NULL, &error))
    return fail_with_copy (error);
  return HEARTH_EXIT_DONE;
}

/* --- the table --- */

const HearthCommand hearth_commands_safety[] = {
  {
    .name = "verify",
    .arguments = "",
    .summary = N_ ("Check that nothing is damaged and nothing was changed behind Hearth's back"),
    .description = N_ ("Exit status 1 when something was found; the report on stdout names it."),
    .needs = HEARTH_NEEDS_KEYS,
    .run = run_verify,
  },
  {
    .name = "backup",
    .arguments = "DEST",
    .summary = N_ ("Make a checked copy of the house in a new folder below DEST"),
    .takes = { HEARTH_TAKES_WRITTEN },
    .needs = HEARTH_NEEDS_STORE,
    .run = run_backup,
  },
  {
    .name = "copies",
    .arguments = "PLACE",
    .summary = N_ ("List the copies in the folder PLACE, the newest first"),
    .takes = { HEARTH_TAKES_READ },
    .run = run_copies,
  },
  {
    .name = "drill",
    .arguments = "COPY",
    .summary = N_ ("Try out a copy: put it back beside itself, check all of it, throw that away"),
    .description =
      N_ ("Prints what is in the copy and in the house. Exit status 1 when the copy cannot be relied "
          "on."),
    .takes = { HEARTH_TAKES_READ },
    .needs = HEARTH_NEEDS_STORE,
    .run = run_drill,
  },
  {
    .name = "restore",
    .arguments = "COPY HOUSE",
    .summary = N_ ("Put a copy into the folder HOUSE, which must be empty or new"),
    .takes = { HEARTH_TAKES_READ, HEARTH_TAKES_WRITTEN },
    .run = run_restore,
  },
  { .name = NULL },
};
