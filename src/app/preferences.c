/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person may set: how it looks, paper, copies, and the house's own record.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/preferences.h"

#include <glib/gi18n-lib.h>

#include "app/backup-place.h"
#include "app/lock-watch.h"
#include "app/place-row.h"
#include "records/types.h"
#include "views/languages.h"
#include "views/notification-rules-page.h"
#include "views/tell.h"

struct _HearthPreferences {
  AdwDialog parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *copies_group;
  AdwActionRow *last_row;
  HearthPlaceRow *place_row;
  AdwPreferencesGroup *lock_group;
  AdwComboRow *lock_row;
  AdwComboRow *style_row;
  AdwSwitchRow *photos_row;
  AdwComboRow *paper_row;
  AdwComboRow *language_row;
  AdwPreferencesGroup *house_group;
  GtkWidget *told_row;

  /* Owned */
  GSettings *settings;
  HearthStore *store; /* NULL before sign-in */
  HearthKeyring *keyring;
  GStrv languages; /* tags, as the rows of the list; "" first */
};

G_DEFINE_FINAL_TYPE (HearthPreferences, hearth_preferences, ADW_TYPE_DIALOG)

/* In the order of the rows. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const papers[] = { "", "A4", "Letter", NULL };

/* ---- Helpers ---- */

static void
select_value (AdwComboRow *row, GSettings *settings, const char *key, const char *const *values)
{
  g_autofree char *value = g_settings_get_string (settings, key);

  for (unsigned int i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      adw_combo_row_set_selected (row, i);
}

static void
keep_value (HearthPreferences *self, AdwComboRow *row, const char *key, const char *const *values)
{
  unsigned int selected = adw_combo_row_get_selected (row);

  /* The rows are set up one after the other before the settings are there. */
  if (self->settings != NULL && selected < g_strv_length ((GStrv) values))
    g_settings_set_string (self->settings, key, values[selected]);
}

static void
show_last_copy (HearthPreferences *self)
{
  g_autofree char *sentence = hearth_backup_describe_last (self->store, self->keyring);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_row), sentence);
}

static void
show_lock_minutes (HearthPreferences *self)
{
  HearthRecord *house = hearth_store_get_house (self->store);

  adw_combo_row_set_selected (self->lock_row,
                              (unsigned int) hearth_record_get_integer (house, "lock_minutes",
                                                                        HEARTH_LOCK_DEFAULT_MINUTES) -
                                1);
}

/* One line for each minute, from the first on. A spin button would hand every step of the way to the house, and its row
 * shows nothing of itself to a screen reader. */
static GListModel *
list_lock_minutes (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int n = 1; n <= HEARTH_LOCK_MOST_MINUTES; n++)
    gtk_string_list_take (list, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes",
                                                              (gulong) n),
                                                 n));
  return G_LIST_MODEL (list);
}

static void
show_house (HearthPreferences *self)
{
  HearthPolicy *policy = hearth_store_get_policy (self->store);
  g_autofree char *place = hearth_backup_place_dup (hearth_store_get_folder (self->store));

  bool may_write = hearth_policy_may_write (policy, &hearth_house_type, NULL, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->house_group), may_write);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_group), may_write);
  gtk_widget_set_visible (self->told_row, hearth_notification_rules_page_is_for (self->store));
  show_lock_minutes (self);
  if (!hearth_policy_may_do (policy, HEARTH_ACTION_BACKUP))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->copies_group), TRUE);
  hearth_place_row_set_place (self->place_row, place);
  show_last_copy (self);
}

static gboolean
style_from_setting (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *style = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (style, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                           : g_str_equal (style, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                          : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

/* ---- Callbacks ---- */

static void
style_chosen_cb (HearthPreferences *self)
{
  keep_value (self, self->style_row, "style", styles);
}

static void
paper_chosen_cb (HearthPreferences *self)
{
  keep_value (self, self->paper_row, "paper", papers);
}

static void
language_chosen_cb (HearthPreferences *self)
{
  if (self->languages != NULL)
    keep_value (self, self->language_row, "language", (const char *const *) self->languages);
}

static void
place_chosen_cb (HearthPreferences *self)
{
  const char *place = hearth_place_row_get_place (self->place_row);
  const char *folder = self->store != NULL ? hearth_store_get_folder (self->store) : NULL;
  g_autofree char *before = folder != NULL ? hearth_backup_place_dup (folder) : NULL;
  g_autofree char *refusal = NULL;

  if (folder == NULL || g_strcmp0 (before, place) == 0)
    return;
  refusal = place != NULL ? hearth_backup_place_refuse (folder, place) : NULL;
  if (refusal != NULL)
    {
      hearth_place_row_set_place (self->place_row, before);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_row), refusal);
      return;
    }
  hearth_backup_place_set (folder, place);
  show_last_copy (self);
}

static void
lock_minutes_cb (HearthPreferences *self)
{
  HearthRecord *house = self->store != NULL ? hearth_store_get_house (self->store) : NULL;
  gint64 minutes = (gint64) adw_combo_row_get_selected (self->lock_row) + 1;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, minutes);
  g_autoptr (HearthRecord) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (house == NULL ||
      hearth_record_get_integer (house, "lock_minutes", HEARTH_LOCK_DEFAULT_MINUTES) == minutes)
    return;
  changed = hearth_record_copy (house);
  hearth_record_set (changed, "lock_minutes", text);
  if (hearth_store_save (self->store, changed, NULL, NULL, &error))
    return;
  show_lock_minutes (self);
  hearth_tell_error (GTK_WIDGET (self), _ ("Not saved"), error);
}

/* The dialog's own actions go to the window, which it covers. */
static void
activate_and_close (HearthPreferences *self, const char *action, const char *target)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  g_object_ref (window);
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (window, action, target != NULL ? g_variant_new_string (target) : NULL);
  g_object_unref (window);
}

static void
back_up_cb (HearthPreferences *self)
{
  activate_and_close (self, "win.back-up", NULL);
}

static void
copies_cb (HearthPreferences *self)
{
  activate_and_close (self, "win.copies", NULL);
}

static void
house_cb (HearthPreferences *self)
{
  g_autofree char *id = g_strdup (hearth_record_get_id (hearth_store_get_house (self->store)));

  activate_and_close (self, "win.open-record", id);
}

static void
told_cb (HearthPreferences *self)
{
  activate_and_close (self, "win.section", "notification-rules");
}

/* ---- Overrides ---- */

static void
hearth_preferences_dispose (GObject *object)
{
  HearthPreferences *self = HEARTH_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->keyring);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_PREFERENCES);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (hearth_preferences_parent_class)->dispose (object);
}

static void
hearth_preferences_class_init (HearthPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (klass)->dispose = hearth_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, copies_group);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, house_group);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, last_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, lock_group);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, lock_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, paper_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, photos_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, place_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPreferences, told_row);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, copies_cb);
  gtk_widget_class_bind_template_callback (widget_class, house_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
}

static void
hearth_preferences_init (HearthPreferences *self)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autoptr (GListModel) names = NULL;
  g_autoptr (GListModel) minutes = list_lock_minutes ();
  g_autofree char *language = g_settings_get_string (settings, "language");

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->lock_row, minutes);
  names = hearth_languages_list (language, &self->languages);
  adw_combo_row_set_model (self->language_row, names);
  select_value (self->style_row, settings, "style", styles);
  select_value (self->paper_row, settings, "paper", papers);
  select_value (self->language_row, settings, "language", (const char *const *) self->languages);
  g_settings_bind (settings, "show-photos", self->photos_row, "active", G_SETTINGS_BIND_DEFAULT);
  self->settings = g_steal_pointer (&settings);
}

/* ---- Public ---- */

HearthPreferences *
hearth_preferences_new (HearthSession *session)
{
  HearthPreferences *self = g_object_new (HEARTH_TYPE_PREFERENCES, NULL);

  if (session != NULL)
    {
      self->store = g_object_ref (hearth_session_get_store (session));
      self->keyring = g_object_ref (hearth_session_get_keyring (session));
      show_house (self);
    }
  return self;
}

void
hearth_preferences_apply_style (void)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);

  /* The binding keeps the settings alive. */
  g_settings_bind_with_mapping (settings, "style", adw_style_manager_get_default (), "color-scheme",
                                G_SETTINGS_BIND_GET, style_from_setting, NULL, NULL, NULL);
}
