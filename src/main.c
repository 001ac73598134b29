/* SPDX-License-Identifier: GPL-3.0-or-later
 * Starts Hearth: locale and private temporary folder first, then the application.
 */
#define G_LOG_DOMAIN "hearth"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/application.h"
#include "core/sandbox.h"
#include "views/private-temp.h"

int
main (int argc, char *argv[])
{
  g_autoptr (HearthApplication) application = NULL;
  int status;

  hearth_sandbox_guard_memory ();
  if (setlocale (LC_ALL, "") == NULL)
    {
      /* A language of this desktop that this system, or the sandbox, has no rules for. GTK would say so and take the
       * plainest, which cannot show names. */
      setlocale (LC_ALL, "C.UTF-8");
      gtk_disable_setlocale ();
    }
  /* No textdomain (): where ours had no words of the screen's language, GLib would translate nothing any more, a
   * report in another language included. */
  bindtextdomain (GETTEXT_PACKAGE, HEARTH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  hearth_private_temp_make ();
  application = hearth_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  hearth_private_temp_remove ();
  return status;
}
