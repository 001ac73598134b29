/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said right after signing in: when one was here last, tries that were refused since, keys that are renewed.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/welcome-bar.h"

#include <glib/gi18n-lib.h>

#include "app/backup-place.h"
#include "core/date.h"
#include "store/audit.h"
#include "store/people.h"

struct _HearthWelcomeBar {
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *seen_box;
  GtkWidget *seen_icon;
  GtkLabel *seen_label;
  GtkWidget *keys_box;
  AdwBanner *keys_banner;
  AdwBanner *sheet_banner;

  /* Owned */
  HearthSession *session; /* NULL when nothing is left to do */
  guint source;
  guint tick;
};

G_DEFINE_FINAL_TYPE (HearthWelcomeBar, hearth_welcome_bar, ADW_TYPE_BIN)

/* ---- Helpers ---- */

/* Whether keys are about to be replaced, which takes long enough to be told. */
static bool
will_take_long (HearthSession *session)
{
  HearthKeyring *keyring = hearth_session_get_keyring (session);
  const char *folder = hearth_store_get_folder (hearth_session_get_store (session));

  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (hearth_keyring_has_compartment (keyring, hearth_compartments[i]) &&
        hearth_vault_wants_renewal (folder, keyring, hearth_compartments[i]))
      return true;
  return false;
}

static void
show_seen (HearthWelcomeBar *self, HearthStore *store)
{
  g_autofree char *last = hearth_welcome_dup_last_here (store);
  g_autofree char *refused = hearth_welcome_dup_refused (store);
  g_autofree char *words =
    g_strdup_printf ("%s%s%s", last, *last != '\0' && *refused != '\0' ? ". " : "", refused);

  gtk_label_set_text (self->seen_label, words);
  gtk_widget_set_visible (self->seen_icon, *refused != '\0');
  gtk_widget_set_visible (self->seen_box, *words != '\0');
}

static void
show_sheet (HearthWelcomeBar *self, HearthStore *store)
{
  adw_banner_set_revealed (self->sheet_banner, hearth_policy_may_do (hearth_store_get_policy (store),
                                                                     HEARTH_ACTION_MANAGE_ACCOUNTS) &&
                                                 hearth_store_was_sheet_used (store));
}

/* ---- Callbacks ---- */

static void
new_sheet_cb (HearthWelcomeBar *self)
{
  adw_banner_set_revealed (self->sheet_banner, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-sheet", NULL);
}

static void
dismiss_cb (HearthWelcomeBar *self)
{
  gtk_widget_set_visible (self->seen_box, FALSE);
}

static void
dismiss_keys_cb (HearthWelcomeBar *self)
{
  adw_banner_set_revealed (self->keys_banner, FALSE);
}

static gboolean
tend_cb (gpointer user_data)
{
  HearthWelcomeBar *self = user_data;
  g_autoptr (HearthSession) session = g_steal_pointer (&self->session);
  HearthStore *store = hearth_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;

  self->source = 0;
  gtk_widget_set_visible (self->keys_box, FALSE);
  /* Locked meanwhile, or a disk that nothing is written to any more. */
  if (store == NULL || hearth_store_is_read_only (store) || hearth_store_tend_keys (store, &error))
    return G_SOURCE_REMOVE;
  sentence = hearth_store_error_to_sentence (error);
  /* Translators: %s is a sentence that says why. */
  words =
    g_strdup_printf (_ ("Keys of this house wait to be renewed; it is tried again at the next sign-in. %s"),
                     sentence);
  adw_banner_set_title (self->keys_banner, words);
  adw_banner_set_revealed (self->keys_banner, TRUE);
  return G_SOURCE_REMOVE;
}

/* The first frame is on its way when the second begins. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HearthWelcomeBar *self = HEARTH_WELCOME_BAR (widget);

  self->tick = 0;
  self->source = g_idle_add_full (G_PRIORITY_LOW, tend_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* ---- Overrides ---- */

static void
hearth_welcome_bar_dispose (GObject *object)
{
  HearthWelcomeBar *self = HEARTH_WELCOME_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_WELCOME_BAR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearth_welcome_bar_parent_class)->dispose (object);
}

static void
hearth_welcome_bar_class_init (HearthWelcomeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_welcome_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/welcome-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthWelcomeBar, keys_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthWelcomeBar, keys_box);
  gtk_widget_class_bind_template_child (widget_class, HearthWelcomeBar, seen_box);
  gtk_widget_class_bind_template_child (widget_class, HearthWelcomeBar, seen_icon);
  gtk_widget_class_bind_template_child (widget_class, HearthWelcomeBar, seen_label);
  gtk_widget_class_bind_template_child (widget_class, HearthWelcomeBar, sheet_banner);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_keys_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_sheet_cb);
}

static void
hearth_welcome_bar_init (HearthWelcomeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

void
hearth_welcome_bar_start (HearthWelcomeBar *self, HearthSession *session)
{
  g_return_if_fail (HEARTH_IS_WELCOME_BAR (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  show_seen (self, hearth_session_get_store (session));
  show_sheet (self, hearth_session_get_store (session));
  gtk_widget_set_visible (self->keys_box, will_take_long (session));
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
hearth_welcome_bar_leave (HearthWelcomeBar *self)
{
  g_return_if_fail (HEARTH_IS_WELCOME_BAR (self));
  if (!gtk_widget_get_visible (self->seen_icon))
    gtk_widget_set_visible (self->seen_box, FALSE);
}

char *
hearth_welcome_dup_last_here (HearthStore *store)
{
  g_autofree char *last = hearth_store_dup_last_seen (store);
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autofree char *rfc3339 = last != NULL ? hearth_instant_to_rfc3339 (last) : NULL;
  g_autofree char *when = rfc3339 != NULL ? hearth_backup_describe_time (rfc3339, now) : g_strdup ("");

  if (*when == '\0')
    return g_strdup ("");
  /* Translators: %s is a time, as in “yesterday 18:10”. */
  return g_strdup_printf (_ ("Last here: %s"), when);
}

char *
hearth_welcome_dup_refused (HearthStore *store)
{
  gint64 n = hearth_store_count_refused_tries (store);
  g_autofree char *last = hearth_store_dup_last_seen (store);

  if (n <= 0)
    return g_strdup ("");
  if (last == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%d wrong name or password was tried in this house just before.",
                                         "%d wrong names or passwords were tried in this house just before.",
                                         (gulong) n),
                            (int) n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d wrong name or password was tried in this house since then.",
                                       "%d wrong names or passwords were tried in this house since then.",
                                       (gulong) n),
                          (int) n);
}
