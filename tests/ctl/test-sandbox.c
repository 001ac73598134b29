/* SPDX-License-Identifier: GPL-3.0-or-later
 * What hearthctl refuses to write in a sandbox, where it would be gone with the program.
 */
#include "core/sandbox.h"
#include "ctl/command.h"
#include "fixtures/fixtures.h"

#define OWN "@own@" /* stands for the program's own folder */
#define LOST "would be lost"

typedef struct {
  const HearthCommand *commands;
  const char *arguments; /* from the command's name on */
  const char *says;      /* on stderr */
} Case;

static HearthExit
run_another (HearthCall *call)
{
  return hearth_command_fail (HEARTH_EXIT_FAILED, "It was run");
}

static char *another_file;
static char *another_source;

static const GOptionEntry another_options[] = {
  { "result", 0, 0, G_OPTION_ARG_FILENAME, &another_file, "A file", "FILE" },
  { "source", 0, 0, G_OPTION_ARG_FILENAME, &another_source, "A file", "FILE" },
  G_OPTION_ENTRY_NULL
};

/* A command that somebody adds, who does not think of the sandbox. */
static const HearthCommand another[] = {
  { .name = "another",
    .arguments = "",
    .summary = "Another command",
    .options = another_options,
    .reads = "source",
    .run = run_another },
  { .name = NULL },
};

static const Case cases[] = {
  { hearth_commands_create, "create /nowhere/house", LOST },
  { hearth_commands_create, "create house", LOST },
  { hearth_commands_create, "create " OWN "/house --sheet /nowhere/sheet.pdf", LOST },
  { hearth_commands_create, "create " OWN "/house --password-file /nowhere/password", "password" },
  { hearth_commands_create, "demo /nowhere/house", LOST },
  { hearth_commands_report, "report summary --out /nowhere/summary.pdf", LOST },
  { hearth_commands_report, "report summary --out " OWN "/summary.pdf", "--house" },
  { hearth_commands_safety, "backup /nowhere", LOST },
  { hearth_commands_safety, "backup " OWN "/copies", "--house" },
  { hearth_commands_safety, "restore " OWN "/copy /nowhere/house", LOST },
  { hearth_commands_safety, "restore /nowhere/copy " OWN "/house", "is not there" },
  { hearth_commands_safety, "drill /nowhere/copy", "--house" },
  { hearth_commands_records, "add account --new-password-file /nowhere/password", "--house" },
  { another, "another --result /nowhere/file", LOST },
  { another, "another --source /nowhere/file", "It was run" },
  { another, "another too-much", "Usage" },
};

static const HearthCommand *
lookup (const HearthCommand *commands, const char *name)
{
  const HearthCommand *command = commands;

  while (command->name != NULL && !g_str_equal (command->name, name))
    command++;
  g_assert_nonnull (command->name);
  return command;
}

static void
run (const Case *self)
{
  g_auto (GStrv) parts = g_strsplit (self->arguments, OWN, -1);
  g_autofree char *line = g_strjoinv (g_get_user_data_dir (), parts);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  /* Parsing takes words out of it. */
  g_autofree char **argv = g_memdup2 (words, (n + 1) * sizeof *words);

  hearth_sandbox_pretend (true);
  exit (hearth_command_run (lookup (self->commands, words[0]), (int) n, argv));
}

/* In a process of its own: what it says goes to stderr. */
static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *pattern = g_strdup_printf ("*%s*", self->says);

  if (g_test_subprocess ())
    run (self);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr (pattern);
  if (!g_str_equal (self->says, LOST))
    g_test_trap_assert_stderr_unmatched ("*" LOST "*");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sandbox/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
