/* SPDX-License-Identifier: GPL-3.0-or-later
 * The safety plan that holds, as whoever is on duty needs it: what helps, and what to do at which signs.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/safety-card.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/safety-plans.h"
#include "views/facts.h"
#include "views/follow.h"
#include "views/resident-file.h"

/* In the order in which they are needed. */
static const char *const fields[] = {
  "warning_signs", "helps", "worse", "signs_1", "signs_2", "signs_3", "if_called", "if_missing",
};

struct _HearthSafetyCard {
  AdwBin parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *edit_button;
  GtkWidget *print_button;
  GPtrArray *rows; /* of GtkWidget; the array is owned */

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GListModel *plans;
};

G_DEFINE_FINAL_TYPE (HearthSafetyCard, hearth_safety_card, ADW_TYPE_BIN)

/* ---- Which plan ---- */

static HearthRecord *
find_current (HearthSafetyCard *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  for (guint i = 0; i < g_list_model_get_n_items (self->plans); i++)
    {
      g_autoptr (HearthRecord) plan = g_list_model_get_item (self->plans, i);

      if (plan != NULL && hearth_safety_plan_holds (plan, today))
        return g_steal_pointer (&plan);
    }
  return NULL;
}

/* ---- Showing ---- */

static void
add_row (HearthSafetyCard *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* "Made on 3 May 2026 · look at it again on 3 August 2026" */
static char *
describe (HearthRecord *plan)
{
  g_autofree char *made = hearth_date_format (hearth_record_get (plan, "made_on"));
  g_autofree char *review = hearth_date_format (hearth_record_get (plan, "review"));

  /* Translators: two dates of a safety plan */
  return g_strdup_printf (_ ("Made on %s · look at it again on %s"), made, review);
}

static void
add_plan (HearthSafetyCard *self, HearthRecord *plan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_safety_plan_type, fields[i]);
      g_autofree char *value = hearth_facts_dup_value (self->store, plan, field);

      if (*value != '\0')
        add_row (self, hearth_facts_make_row (self->store, plan, field, value));
    }
}

static void
add_none (HearthSafetyCard *self, bool may_write)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Make a _safety plan together"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_safety_plan_type.name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.new-record");
  gtk_widget_set_sensitive (row, may_write);
  add_row (self, row);
}

static void
fill (gpointer owner)
{
  HearthSafetyCard *self = owner;
  g_autoptr (HearthRecord) plan = find_current (self);
  g_autofree char *words = plan != NULL ? describe (plan) : NULL;
  bool may_write = hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_safety_plan_type,
                                            NULL, hearth_record_get_id (self->resident));

  for (unsigned int i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->group, words);
  if (plan != NULL)
    add_plan (self, plan);
  else
    add_none (self, may_write);
  gtk_widget_set_visible (self->edit_button, plan != NULL);
  gtk_widget_set_visible (self->print_button, plan != NULL);
  if (plan != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "s", hearth_record_get_id (plan));
}

/* ---- Overrides ---- */

static void
hearth_safety_card_map (GtkWidget *widget)
{
  if (HEARTH_SAFETY_CARD (widget)->plans != NULL)
    fill (widget);
  GTK_WIDGET_CLASS (hearth_safety_card_parent_class)->map (widget);
}

static void
hearth_safety_card_dispose (GObject *object)
{
  HearthSafetyCard *self = HEARTH_SAFETY_CARD (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->plans);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_safety_card_parent_class)->dispose (object);
}

static void
hearth_safety_card_class_init (HearthSafetyCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_safety_card_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_safety_card_map;
}

static GtkWidget *
add_button (GtkWidget *buttons,
            const char *icon_name,
            const char *tooltip,
            const char *action,
            const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  /* First: an action is looked up with the target that is there. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (buttons), button);
  return button;
}

static void
hearth_safety_card_init (HearthSafetyCard *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->edit_button =
    add_button (buttons, "document-edit-symbolic", _ ("Open the safety plan"), "win.open-record", "");
  self->print_button =
    add_button (buttons, "printer-symbolic", _ ("Print the safety card"), "page.print-kind", "safety-card");
  adw_preferences_group_set_title (self->group, _ ("Safety plan"));
  adw_preferences_group_set_header_suffix (self->group, buttons);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/* ---- Public ---- */

HearthSafetyCard *
hearth_safety_card_new (HearthStore *store, HearthRecord *resident)
{
  HearthSafetyCard *self = g_object_new (HEARTH_TYPE_SAFETY_CARD, NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  self->plans = hearth_resident_file_list (store, resident, &hearth_safety_plan_type, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->plans != NULL);
  if (self->plans == NULL)
    return self;
  hearth_follow (self, self->plans, "items-changed", fill);
  fill (self);
  return self;
}
