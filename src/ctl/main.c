/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl: Hearth for scripts, scheduled backups, administrators and tests.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "core/sandbox.h"
#include "ctl/command.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const HearthCommand *const groups[] = {
  hearth_commands_create, hearth_commands_records, hearth_commands_report,
  hearth_commands_audit,  hearth_commands_safety,
};

static const HearthCommand *
lookup_command (const char *name)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const HearthCommand *command = groups[i]; command->name != NULL; command++)
      if (strcmp (command->name, name) == 0)
        return command;
  return NULL;
}

static void
print_usage (FILE *stream)
{
  fprintf (stream, "%s\n\n", _ ("Usage: hearthctl COMMAND [OPTION…] …"));
  for (unsigned int i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const HearthCommand *command = groups[i]; command->name != NULL; command++)
      fprintf (stream, "  %-8s %-14s %s\n", command->name, command->arguments, _ (command->summary));
  fprintf (stream, "\n%s\n",
           _ ("Every command but create, demo, types and restore takes --house HOUSE --user NAME\n"
              "--password-file FILE. \"hearthctl COMMAND --help\" says more.\n"
              "Exit status: 0 done, 1 failed, 2 bad input or usage, 3 denied or wrong password."));
}

/* Names of any script come in as arguments and go out as JSON: also from a scheduler without a locale. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  if (strcmp (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  /* No textdomain (): where ours had no words of the locale, GLib would not translate a report either. */
  bindtextdomain (GETTEXT_PACKAGE, HEARTH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/* On stderr stand sentences for whoever called. What the libraries tell of their work is for who looks for a fault. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer unused)
{
  if ((level & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG)) != 0 &&
      g_getenv ("G_MESSAGES_DEBUG") == NULL)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, NULL);
}

static HearthExit
run (int argc, char **argv)
{
  const HearthCommand *command;

  if (argc < 2)
    {
      print_usage (stderr);
      return HEARTH_EXIT_BAD_INPUT;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_usage (stdout);
      return HEARTH_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      puts ("hearthctl " HEARTH_VERSION);
      return HEARTH_EXIT_DONE;
    }
  command = lookup_command (argv[1]);
  if (command == NULL)
    {
      g_autofree char *sentence =
        g_strdup_printf (_ ("There is no command \"%s\". See \"hearthctl --help\"."), argv[1]);

      return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, sentence);
    }
  return hearth_command_run (command, argc - 1, argv + 1);
}

int
main (int argc, char **argv)
{
  HearthExit status;

  hearth_sandbox_guard_memory ();
  set_locale ();
  umask (077);
  g_set_prgname ("hearthctl");
  g_log_set_writer_func (write_log, NULL, NULL);
  status = run (argc, argv);
  if (fflush (stdout) != 0 || ferror (stdout))
    return hearth_command_fail (HEARTH_EXIT_FAILED, _ ("The answer could not be written."));
  return status;
}
