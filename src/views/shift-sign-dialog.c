/* SPDX-License-Identifier: GPL-3.0-or-later
 * Before a shift is signed: who has no entry, what wants words, how the house log stands; then all of it in one act.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/shift-sign-dialog.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/tell.h"

#define WIDTH 460

struct _HearthShiftSignDialog {
  AdwDialog parent_instance;

  /* Borrowed */
  GtkWidget *sign_button;
  AdwPreferencesPage *page;

  /* Owned */
  HearthStore *store;
  HearthShift *shift;
  guint source;
};

enum { SIGNED, GO, HOUSE_LOG, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthShiftSignDialog, hearth_shift_sign_dialog, ADW_TYPE_DIALOG)

/* ---- Callbacks ---- */

static void
row_activated_cb (HearthShiftSignDialog *self, GtkWidget *row)
{
  g_autoptr (HearthShiftSignDialog) alive = g_object_ref (self);
  g_autofree char *resident = g_strdup (g_object_get_data (G_OBJECT (row), "resident"));
  const char *item = g_object_get_data (G_OBJECT (row), "item");

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[GO], 0, resident, item);
}

static void
house_log_activated_cb (HearthShiftSignDialog *self)
{
  g_autoptr (HearthShiftSignDialog) alive = g_object_ref (self);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[HOUSE_LOG], 0);
}

/* In the next turn, so that the button is seen to be at work. */
static gboolean
sign_cb (gpointer user_data)
{
  HearthShiftSignDialog *self = user_data;
  g_autoptr (HearthShiftSignDialog) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  unsigned int n_signed = 0;

  self->source = 0;
  if (!hearth_shift_sign (self->store, self->shift, &n_signed, &error))
    {
      gtk_button_set_label (GTK_BUTTON (self->sign_button), _ ("_Sign the shift"));
      gtk_widget_set_sensitive (self->sign_button, TRUE);
      hearth_tell_error (GTK_WIDGET (self), _ ("Not signed yet"), error);
      return G_SOURCE_REMOVE;
    }
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNED], 0, n_signed);
  return G_SOURCE_REMOVE;
}

static void
clicked_cb (HearthShiftSignDialog *self)
{
  gtk_button_set_label (GTK_BUTTON (self->sign_button), _ ("Signing…"));
  gtk_widget_set_sensitive (self->sign_button, FALSE);
  if (self->source == 0)
    self->source = g_idle_add (sign_cb, self);
}

/* ---- What is missing ---- */

static AdwPreferencesGroup *
add_group (HearthShiftSignDialog *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (self->page, group);
  return group;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, bool opens)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens);
  if (opens)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_resident (HearthShiftSignDialog *self,
              AdwPreferencesGroup *group,
              HearthRecord *resident,
              const char *item,
              const char *subtitle)
{
  GtkWidget *row = add_row (group, hearth_record_get (resident, "name_used"), subtitle, true);

  g_object_set_data_full (G_OBJECT (row), "resident", g_strdup (hearth_record_get_id (resident)), g_free);
  g_object_set_data (G_OBJECT (row), "item", (gpointer) item);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
add_without_entry (HearthShiftSignDialog *self)
{
  g_autoptr (GPtrArray) residents = hearth_shift_list_without_entry (self->store, self->shift, NULL);
  AdwPreferencesGroup *group;

  if (residents == NULL || residents->len == 0)
    return;
  group = add_group (self, _ ("Nothing is written yet of"),
                     _ ("They can be written and signed later too; after some time that is marked as late."));
  for (guint i = 0; i < residents->len; i++)
    {
      HearthRecord *resident = g_ptr_array_index (residents, i);

      add_resident (self, group, resident, NULL, hearth_record_get (resident, "code"));
    }
}

/* The first choice of @entry that nothing was chosen for, or NULL; who is not there has not eaten here either. */
static const char *
lookup_empty (HearthShiftSignDialog *self, HearthRecord *entry, GString *labels)
{
  const char *const *items = hearth_shift_get_items (self->shift->code);
  const char *presence = hearth_record_get (entry, "presence"), *first = NULL;

  if (*presence != '\0' && !g_str_equal (presence, "present"))
    return NULL;
  for (gsize i = 0; items[i] != NULL; i++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, items[i]);

      if (field->kind != HEARTH_FIELD_CHOICE || hearth_record_has (entry, items[i]))
        continue;
      /* Translators: between the names of items */
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? _ (", ") : "", _ (field->label));
      if (first == NULL)
        first = items[i];
    }
  return first;
}

static void
add_incomplete (HearthShiftSignDialog *self, GPtrArray *residents)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < residents->len; i++)
    {
      const HearthShiftResident *resident = g_ptr_array_index (residents, i);
      g_autoptr (GString) labels = g_string_new (NULL);
      const char *item = resident->entry != NULL && hearth_record_is_open (resident->entry)
                           ? lookup_empty (self, resident->entry, labels)
                           : NULL;

      if (item == NULL)
        continue;
      if (group == NULL)
        group = add_group (self, _ ("Not everything is filled in"), _ ("It can be signed as it is."));
      add_resident (self, group, resident->resident, item, labels->str);
    }
}

static void
add_wordless (HearthShiftSignDialog *self, GPtrArray *residents)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < residents->len; i++)
    {
      const HearthShiftResident *resident = g_ptr_array_index (residents, i);
      const char *item = resident->entry != NULL && hearth_record_is_open (resident->entry)
                           ? hearth_shift_lookup_wordless (resident->entry)
                           : NULL;
      const HearthField *field;
      g_autofree char *value = NULL;
      g_autofree char *words = NULL;

      if (item == NULL)
        continue;
      if (group == NULL)
        group = add_group (self, _ ("A few words would help"),
                           _ ("Whoever reads this will want to know what happened."));
      field = hearth_record_type_lookup_field (&hearth_daily_log_type, item);
      value = hearth_record_format (resident->entry, field, "");
      words = g_strdup_printf ("%s: %s", _ (field->label), value);
      add_resident (self, group, resident->resident,
                    hearth_shift_asks_for_words (item, hearth_record_get (resident->entry, item)), words);
    }
}

static void
add_house_log (HearthShiftSignDialog *self, const HearthShiftStanding *standing)
{
  AdwPreferencesGroup *group = add_group (self, _ ("The house"), NULL);
  GtkWidget *row = add_row (group, _ ("House log"),
                            standing->house_log_signed ? _ ("Signed")
                            : standing->has_house_log  ? _ ("Written, and signed together with the entries")
                                                       : _ ("Not written yet"),
                            true);

  g_signal_connect_object (row, "activated", G_CALLBACK (house_log_activated_cb), self, G_CONNECT_SWAPPED);
}

static char *
describe_count (const HearthShiftStanding *standing)
{
  unsigned int n_open = standing->n_entries - standing->n_signed;

  if (standing->n_entries == 0)
    return g_strdup (_ ("No entry is written yet."));
  if (n_open == 0)
    return g_strdup (_ ("All entries of this shift are signed."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u entry will be signed. From then on it stays as it is; more can be "
                                       "added below it.",
                                       "%u entries will be signed. From then on they stay as they are; more "
                                       "can be added below them.",
                                       n_open),
                          n_open);
}

static void
fill (HearthShiftSignDialog *self)
{
  HearthShiftStanding standing = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) residents = hearth_shift_list_residents (self->store, self->shift, &error);
  g_autofree char *title = hearth_shift_dup_title (self->shift);
  g_autofree char *words = NULL;

  if (residents == NULL || !hearth_shift_get_standing (self->store, self->shift, &standing, &error))
    {
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      add_group (self, title, sentence);
      gtk_widget_set_sensitive (self->sign_button, FALSE);
      return;
    }
  words = describe_count (&standing);
  add_group (self, title, words);
  add_without_entry (self);
  add_incomplete (self, residents);
  add_wordless (self, residents);
  add_house_log (self, &standing);
  gtk_widget_set_sensitive (self->sign_button, standing.n_entries > standing.n_signed ||
                                                 (standing.has_house_log && !standing.house_log_signed));
}

/* ---- Overrides ---- */

static void
hearth_shift_sign_dialog_dispose (GObject *object)
{
  HearthShiftSignDialog *self = HEARTH_SHIFT_SIGN_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shift, hearth_shift_free);

  G_OBJECT_CLASS (hearth_shift_sign_dialog_parent_class)->dispose (object);
}

static void
hearth_shift_sign_dialog_class_init (HearthShiftSignDialogClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_shift_sign_dialog_dispose;
  signals[SIGNED] =
    g_signal_new ("signed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[GO] = g_signal_new ("go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                              G_TYPE_STRING, G_TYPE_STRING);
  signals[HOUSE_LOG] =
    g_signal_new ("house-log", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_shift_sign_dialog_init (HearthShiftSignDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->sign_button = gtk_button_new_with_mnemonic (_ ("_Sign the shift"));
  gtk_widget_add_css_class (self->sign_button, "suggested-action");
  gtk_widget_add_css_class (self->sign_button, "pill");
  gtk_widget_set_halign (self->sign_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->sign_button, 12);
  gtk_widget_set_margin_bottom (self->sign_button, 18);
  g_signal_connect_swapped (self->sign_button, "clicked", G_CALLBACK (clicked_cb), self);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), self->sign_button);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Sign the shift"));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), self->sign_button);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->sign_button);
}

/* ---- Public ---- */

HearthShiftSignDialog *
hearth_shift_sign_dialog_new (HearthStore *store, const HearthShift *shift)
{
  HearthShiftSignDialog *self = g_object_new (HEARTH_TYPE_SHIFT_SIGN_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->shift = hearth_shift_new (store, shift->date, shift->code);
  fill (self);
  return self;
}
