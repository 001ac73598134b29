/* SPDX-License-Identifier: GPL-3.0-or-later
 * Running one command: its options, the sign-in, its answer in words and in exit status.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/command.h"

#include "core/date.h"
#include "core/problem.h"
#include "core/sandbox.h"
#include "ctl/json-writer.h"
#include "ctl/password.h"
#include "records/problem-text.h"
#include "rules/house-policy.h"
#include "store/folder.h"
#include "vault/vault.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

HearthExit
hearth_command_fail (HearthExit status, const char *sentence)
{
  g_autofree char *line = g_strdelimit (g_strdup (sentence), "\n\r", ' ');

  g_printerr ("hearthctl: %s\n", line);
  return status;
}

static HearthExit
exit_of_error (const GError *error)
{
  if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG) ||
      g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WAIT) ||
      g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED) ||
      g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    return HEARTH_EXIT_DENIED;
  if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK) ||
      g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID))
    return HEARTH_EXIT_BAD_INPUT;
  return HEARTH_EXIT_FAILED;
}

HearthExit
hearth_command_fail_with_error (const GError *error)
{
  bool ours = error->domain == HEARTH_VAULT_ERROR || error->domain == HEARTH_STORE_ERROR;
  g_autofree char *sentence = ours ? hearth_store_error_to_sentence (error) : g_strdup (error->message);

  return hearth_command_fail (exit_of_error (error), sentence);
}

void
hearth_command_print_problem (const char *field, const char *reason)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

  hearth_json_writer_add_string (json, "field", field);
  hearth_json_writer_add_string (json, "reason", reason);
  hearth_json_writer_print (json, stderr);
}

HearthExit
hearth_command_fail_with_problems (const HearthRecordType *type, GPtrArray *problems)
{
  for (unsigned int i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *reason = hearth_problem_to_sentence (type, problem);

      if (problem->code == HEARTH_PROBLEM_SAME_PERSON)
        {
          g_autofree char *words = g_steal_pointer (&reason);

          /* The key that answers it, as it is written here. */
          reason = g_strdup_printf ("%s (\"different_from\": \"%s\")", words, problem->argument);
        }
      hearth_command_print_problem (problem->field, reason);
    }
  return HEARTH_EXIT_BAD_INPUT;
}

bool
hearth_command_is_day (const char *text)
{
  HearthPartialDate date;

  return text == NULL ||
         (hearth_partial_date_read (text, &date) && date.precision == HEARTH_DATE_DAY && !date.estimated);
}

void
hearth_command_show_progress (double fraction, gpointer user_data)
{
  static int shown = -1;
  int percent = (int) (fraction * 100);

  if (percent == shown || !isatty (STDERR_FILENO))
    return;
  shown = percent;
  if (percent < 100)
    g_printerr ("\r%3d %%", percent);
  else
    g_printerr ("\r     \r");
}

static bool
is_house (const char *folder)
{
  g_autofree char *keys = g_build_filename (folder, "house.keys", NULL);
  g_autofree char *database = g_build_filename (folder, "house.db", NULL);

  return g_file_test (keys, G_FILE_TEST_EXISTS) || g_file_test (database, G_FILE_TEST_EXISTS);
}

static HearthExit
sign_in (HearthCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthPassword) password = NULL;

  if (call->house == NULL || call->user == NULL || call->password_file == NULL)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("Please give --house HOUSE, --user NAME and "
                                                          "--password-file FILE (\"-\" for the "
                                                          "first line of stdin)."));
  password = hearth_password_read (call->password_file, &error);
  if (password == NULL)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, error->message);
  if (!is_house (call->house))
    g_set_error_literal (&error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_A_HOUSE, call->house);
  else
    call->keyring = hearth_vault_unlock (call->house, call->user, password, &error);
  if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WAIT))
    {
      g_autofree char *wait = hearth_store_describe_wait (hearth_vault_get_wait (call->house));

      return hearth_command_fail (HEARTH_EXIT_DENIED, wait);
    }
  if (error != NULL)
    return hearth_command_fail_with_error (error);
  /* Whoever gave it knows it too: until it is changed, nobody can say who signed. */
  if (hearth_keyring_has_first_password (call->keyring))
    return hearth_command_fail (HEARTH_EXIT_DENIED, _ ("Choose your own password in the window first."));
  return HEARTH_EXIT_DONE;
}

bool
hearth_call_open_store (HearthCall *call, GError **error)
{
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();

  call->store = hearth_store_open (call->house, call->keyring, HEARTH_POLICY (policy), call->clock, error);
  if (call->store == NULL)
    return false;
  hearth_house_policy_set_store (policy, call->store);
  return true;
}

static HearthExit
prepare (HearthCall *call)
{
  g_autoptr (GError) error = NULL;
  HearthExit status;

  if (call->command->needs == HEARTH_NEEDS_NOTHING)
    return HEARTH_EXIT_DONE;
  status = sign_in (call);
  if (status != HEARTH_EXIT_DONE || call->command->needs == HEARTH_NEEDS_KEYS)
    return status;
  if (!hearth_call_open_store (call, &error))
    return hearth_command_fail_with_error (error);
  return HEARTH_EXIT_DONE;
}

/* Closing writes the audit anchor, and keys are wiped whatever else holds on to them. */
static void
finish (HearthCall *call)
{
  if (call->store != NULL)
    hearth_store_close (call->store);
  if (call->keyring != NULL)
    hearth_keyring_close (call->keyring);
  g_clear_object (&call->store);
  g_clear_object (&call->keyring);
  g_clear_object (&call->clock);
  g_clear_pointer (&call->house, g_free);
  g_clear_pointer (&call->user, g_free);
  g_clear_pointer (&call->password_file, g_free);
  g_clear_pointer (&call->arguments, g_strfreev);
}

static GOptionContext *
option_context_new (HearthCall *call)
{
  const HearthCommand *command = call->command;
  GOptionContext *context = g_option_context_new (command->arguments);
  const GOptionEntry sign_in_options[] = {
    { "house", 0, 0, G_OPTION_ARG_FILENAME, &call->house, N_ ("The folder of the house"), N_ ("HOUSE") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &call->user, N_ ("The name you sign in with"), N_ ("NAME") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &call->password_file,
      N_ ("A file whose first line is the password; \"-\" for stdin"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry rest[] = { { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &call->arguments,
                                  NULL, NULL },
                                G_OPTION_ENTRY_NULL };

  g_option_context_set_summary (context, _ (command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _ (command->description));
  if (command->describe != NULL)
    {
      g_autofree char *description = command->describe ();

      g_option_context_set_description (context, description);
    }
  if (command->needs != HEARTH_NEEDS_NOTHING)
    g_option_context_add_main_entries (context, sign_in_options, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, GETTEXT_PACKAGE);
  return context;
}

static bool
has_right_arguments (const HearthCall *call)
{
  unsigned int n = call->arguments == NULL ? 0 : g_strv_length (call->arguments);
  unsigned int taken = 0;

  while (taken < HEARTH_MOST_ARGUMENTS && call->command->takes[taken] != HEARTH_TAKES_NO_MORE)
    taken++;
  return n == taken || (n > taken && call->command->or_more);
}

/* ---- In the sandbox of a Flatpak ---- */

/* Everything else there is in memory, and gone with the program. */
static bool
is_kept (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) own = g_file_new_for_path (g_get_user_data_dir ());

  return hearth_path_is_lent (path) || g_file_has_prefix (file, own);
}

static const char *
lookup_written (const HearthCall *call, const GOptionEntry *option)
{
  if (option->arg != G_OPTION_ARG_FILENAME || g_strcmp0 (option->long_name, call->command->reads) == 0)
    return NULL;
  return *(char **) option->arg_data;
}

/* What @call would write that nobody would find again; NULL: nothing. */
static const char *
find_lost_path (const HearthCall *call)
{
  const HearthCommand *command = call->command;

  for (gsize i = 0; i < HEARTH_MOST_ARGUMENTS; i++)
    if (command->takes[i] == HEARTH_TAKES_WRITTEN && !is_kept (call->arguments[i]))
      return call->arguments[i];
  for (const GOptionEntry *option = command->options; option != NULL && option->long_name != NULL; option++)
    {
      const char *path = lookup_written (call, option);

      if (path != NULL && !is_kept (path))
        return path;
    }
  return NULL;
}

static HearthExit
check_paths (const HearthCall *call)
{
  const char *lost = hearth_sandbox_is_inside () ? find_lost_path (call) : NULL;
  g_autofree char *shown = lost != NULL ? g_filename_display_name (lost) : NULL;
  g_autofree char *own = g_filename_display_name (g_get_user_data_dir ());
  g_autofree char *sentence = NULL;

  if (lost == NULL)
    return HEARTH_EXIT_DONE;
  /* Translators: the path that was asked for, and that of the program's own folder. */
  sentence = g_strdup_printf (_ ("%s is outside of what Hearth can write in this installation, and would be "
                                 "lost. Please name a place below %s."),
                              shown, own);
  return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, sentence);
}

HearthExit
hearth_command_run (const HearthCommand *command, int argc, char **argv)
{
  HearthCall call = { .command = command, .clock = hearth_clock_new () };
  g_autoptr (GOptionContext) context = option_context_new (&call);
  g_autofree char *name = g_strconcat ("hearthctl ", command->name, NULL);
  g_autoptr (GError) error = NULL;
  HearthExit status;

  g_set_prgname (name);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = hearth_command_fail (HEARTH_EXIT_BAD_INPUT, error->message);
  else if (!has_right_arguments (&call))
    {
      g_autofree char *sentence =
        g_strdup_printf (_ ("Usage: %s %s. See \"%s --help\"."), name, command->arguments, name);

      status = hearth_command_fail (HEARTH_EXIT_BAD_INPUT, sentence);
    }
  else if ((status = check_paths (&call)) == HEARTH_EXIT_DONE &&
           (status = prepare (&call)) == HEARTH_EXIT_DONE)
    status = command->run (&call);
  finish (&call);
  return status;
}
