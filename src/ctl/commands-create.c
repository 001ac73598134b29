/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl create, demo: new houses.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/command.h"
#include "ctl/json-writer.h"
#include "ctl/password.h"
#include "ctl/sheet.h"
#include "demo/demo.h"
#include "records/types.h"
#include "rules/found-house.h"
#include "store/workshop.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_RESIDENTS 20000
#define MAX_MONTHS 240

static char *option_user;
static char *option_password_file;
static char *option_name;
static char *option_organisation;
static char *option_person;
static char *option_sheet;
static int option_residents = HEARTH_DEMO_RESIDENTS;
static int option_months = HEARTH_DEMO_MONTHS;
static gint64 option_seed = HEARTH_DEMO_SEED;

/* --- create --- */

static HearthRecord *
make_house (const char *folder)
{
  HearthRecord *house = hearth_record_new (&hearth_house_type);
  g_autofree char *place = g_canonicalize_filename (folder, NULL);
  g_autofree char *base = g_path_get_basename (place);
  g_autofree char *name = option_name != NULL ? g_strdup (option_name) : g_utf8_make_valid (base, -1);

  hearth_record_set (house, "name", name);
  hearth_record_set (house, "organisation", option_organisation != NULL ? option_organisation : name);
  return house;
}

static HearthRecord *
make_account (void)
{
  HearthRecord *account = hearth_record_new (&hearth_account_type);

  hearth_record_set (account, "name", option_person != NULL ? option_person : option_user);
  hearth_record_set (account, "user", option_user);
  hearth_record_set (account, "role", "director");
  hearth_record_set (account, "active", "yes");
  return account;
}

static HearthExit
check (HearthCall *call, HearthRecord *record)
{
  g_autofree char *today = hearth_clock_today (call->clock);
  g_autoptr (GPtrArray) problems = hearth_record_check (record, today);

  return problems->len == 0
           ? HEARTH_EXIT_DONE
           : hearth_command_fail_with_problems (hearth_record_get_record_type (record), problems);
}

static void
print_account (HearthRecord *account)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

  hearth_json_writer_add_string (json, "id", hearth_record_get_id (account));
  hearth_json_writer_add_string (json, "user", hearth_record_get (account, "user"));
  hearth_json_writer_add_string (json, "name", hearth_record_get (account, "name"));
  hearth_json_writer_add_string (json, "role", hearth_record_get (account, "role"));
  hearth_json_writer_print (json, stdout);
}

static HearthExit
make (HearthCall *call, const char *password, HearthRecord *house, HearthRecord *account)
{
  g_autofree char *today = hearth_clock_today (call->clock);
  g_autoptr (HearthWorkshop) workshop = NULL;
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  workshop = hearth_workshop_new (call->arguments[0], &error);
  if (workshop != NULL)
    call->store = hearth_house_found (workshop, house, account, password, NULL, call->clock, &call->keyring,
                                      &sheet, &error);
  if (call->store == NULL)
    return hearth_command_fail_with_error (error);
  hearth_store_close (call->store);
  /* The sheet first: a house whose sheet was never kept would be lost with its one password. */
  if (!hearth_sheet_hand_out (sheet, hearth_record_get (house, "name"), today, option_sheet, &error) ||
      !hearth_workshop_finish (workshop, call->arguments[0], &error))
    return hearth_command_fail_with_error (error);
  print_account (account);
  return HEARTH_EXIT_DONE;
}

static HearthExit
run_create (HearthCall *call)
{
  g_autoptr (HearthPassword) password = NULL;
  g_autoptr (HearthRecord) house = NULL, account = NULL;
  g_autoptr (GError) error = NULL;
  HearthExit status;

  if (option_user == NULL || option_password_file == NULL)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT,
                                _ ("Please give --user NAME and --password-file FILE (\"-\" for stdin)."));
  password = hearth_password_read (option_password_file, &error);
  if (password == NULL)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, error->message);
  house = make_house (call->arguments[0]);
  account = make_account ();
  status = check (call, house);
  if (status == HEARTH_EXIT_DONE)
    status = check (call, account);
  return status == HEARTH_EXIT_DONE ? make (call, password, house, account) : status;
}

/* --- demo --- */

static void
print_result (const HearthDemoResult *result)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();

  hearth_json_writer_begin_array (json, "accounts");
  for (unsigned int i = 0; i < result->accounts->len; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (result->accounts, i);

      hearth_json_writer_begin_object (json, NULL);
      hearth_json_writer_add_string (json, "user", account->user);
      hearth_json_writer_add_string (json, "password", account->password);
      hearth_json_writer_add_string (json, "role", account->role);
      hearth_json_writer_end (json);
    }
  hearth_json_writer_end (json);
  hearth_json_writer_add_integer (json, "residents", result->residents);
  hearth_json_writer_add_integer (json, "records", result->records);
  hearth_json_writer_print (json, stdout);
}

static HearthExit
run_demo (HearthCall *call)
{
  const HearthDemoOptions options = {
    .residents = (unsigned int) option_residents,
    .months = (unsigned int) option_months,
    .seed = (guint32) option_seed,
    .clock = call->clock,
    .cost = hearth_key_cost_for_tests (),
  };
  g_autoptr (HearthWorkshop) workshop = NULL;
  g_autoptr (HearthDemoResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (option_residents < 1 || option_residents > MAX_RESIDENTS || option_months < 1 ||
      option_months > MAX_MONTHS || option_seed < 0 || option_seed > G_MAXUINT32)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("Residents must be 1 to 20000, months 1 to 240, "
                                                          "the seed 0 to 4294967295."));
  workshop = hearth_workshop_new (call->arguments[0], &error);
  if (workshop != NULL)
    result = hearth_demo_create (workshop, &options, hearth_command_show_progress, NULL, &error);
  if (result == NULL || !hearth_workshop_finish (workshop, call->arguments[0], &error))
    return hearth_command_fail_with_error (error);
  print_result (result);
  return HEARTH_EXIT_DONE;
}

/* --- the table --- */

static const GOptionEntry create_options[] = {
  { "user", 0, 0, G_OPTION_ARG_STRING, &option_user, N_ ("The name the first person signs in with"),
    N_ ("NAME") },
  { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &option_password_file,
    N_ ("A file whose first line is the password; \"-\" for stdin"), N_ ("FILE") },
  { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &option_sheet,
    N_ ("Write the recovery sheet into this PDF instead of printing its two halves on stderr"), N_ ("FILE") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &option_name, N_ ("The house's name; else that of its folder"),
    N_ ("NAME") },
  { "organisation", 0, 0, G_OPTION_ARG_STRING, &option_organisation,
    N_ ("The organisation's name; else that of the house"), N_ ("NAME") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &option_person,
    N_ ("The first person's full name; else the sign-in name"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL
};

static const GOptionEntry demo_options[] = {
  { "residents", 0, 0, G_OPTION_ARG_INT, &option_residents, N_ ("How many residents there have been (24)"),
    N_ ("N") },
  { "months", 0, 0, G_OPTION_ARG_INT, &option_months, N_ ("For how long there are records, up to today (18)"),
    N_ ("M") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &option_seed, N_ ("Another number makes another house (1)"), N_ ("S") },
  G_OPTION_ENTRY_NULL
};

const HearthCommand hearth_commands_create[] = {
  {
    .name = "create",
    .arguments = "HOUSE",
    .summary = N_ ("Make a new, empty house"),
    .description =
      N_ ("The first person becomes its director, who gives accounts to the others. The recovery sheet "
          "opens\n"
          "everything when passwords are lost, and is handed out only now: keep its two halves apart,\n"
          "with two people."),
    .takes = { HEARTH_TAKES_WRITTEN },
    .options = create_options,
    .reads = "password-file",
    .run = run_create,
  },
  {
    .name = "demo",
    .arguments = "HOUSE",
    .summary = N_ ("Make a house of invented people"),
    .description =
      N_ ("Prints who can sign in to it. The passwords come from the seed: never enter anything real."),
    .takes = { HEARTH_TAKES_WRITTEN },
    .options = demo_options,
    .run = run_demo,
  },
  { .name = NULL },
};
