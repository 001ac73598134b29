/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a carer needs to know first: how somebody wants to be treated.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/preference-card.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/facts.h"
#include "views/follow.h"
#include "views/resident-file.h"

/* In the order in which somebody who meets the resident needs them. */
static const char *const fields[] = {
  "name_used", "form_of_address", "comforts", "avoid_topics", "too_much", "may_sit_in",
};
/* The first of them that is asked for on this card alone. */
#define FIRST_TO_ASK "comforts"

struct _HearthPreferenceCard {
  AdwBin parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *edit_button;
  GtkWidget *print_button;
  GPtrArray *rows; /* of GtkWidget; the array is owned */

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
};

G_DEFINE_FINAL_TYPE (HearthPreferenceCard, hearth_preference_card, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static void
add_row (HearthPreferenceCard *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_missing_row (GString *labels)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Not asked yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), labels->str);
  gtk_widget_add_css_class (row, "property");
  return row;
}

static void
fill (gpointer owner)
{
  HearthPreferenceCard *self = owner;
  g_autoptr (GString) missing = g_string_new (NULL);

  for (unsigned int i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_resident_type, fields[i]);
      g_autofree char *value = hearth_facts_dup_value (self->store, self->resident, field);

      if (!hearth_policy_may_read (hearth_store_get_policy (self->store), &hearth_resident_type, field,
                                   hearth_record_get_id (self->resident)))
        continue;
      if (*value != '\0')
        add_row (self, hearth_facts_make_row (self->store, self->resident, field, value));
      else
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? " · " : "", _ (field->label));
    }
  if (missing->len > 0)
    add_row (self, make_missing_row (missing));
}

static GtkWidget *
make_button (const char *icon_name, const char *tooltip, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* ---- Overrides ---- */

static void
hearth_preference_card_dispose (GObject *object)
{
  HearthPreferenceCard *self = HEARTH_PREFERENCE_CARD (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_preference_card_parent_class)->dispose (object);
}

static void
hearth_preference_card_class_init (HearthPreferenceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_preference_card_dispose;
}

static void
hearth_preference_card_init (HearthPreferenceCard *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->edit_button =
    make_button ("document-edit-symbolic", _ ("Change the preference card"), "page.edit-field", FIRST_TO_ASK);
  self->print_button =
    make_button ("printer-symbolic", _ ("Print the preference card"), "page.print-kind", "preference-card");
  adw_preferences_group_set_title (self->group, _ ("Preference card"));
  gtk_box_append (GTK_BOX (buttons), self->edit_button);
  gtk_box_append (GTK_BOX (buttons), self->print_button);
  adw_preferences_group_set_header_suffix (self->group, buttons);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/* ---- Public ---- */

HearthPreferenceCard *
hearth_preference_card_new (HearthStore *store, HearthRecord *resident)
{
  HearthPreferenceCard *self = g_object_new (HEARTH_TYPE_PREFERENCE_CARD, NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  gtk_widget_set_visible (self->edit_button,
                          hearth_resident_file_may_write (store, resident, &hearth_resident_type));
  gtk_widget_set_visible (self->print_button,
                          hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_PRINT));
  hearth_follow (self, resident, "notify", fill);
  fill (self);
  return self;
}
