/* SPDX-License-Identifier: GPL-3.0-or-later
 * Alert chips follow their model and their records, and say their level in words.
 */
#include "widgets/widget-test.h"

#include "records/types.h"
#include "widgets/alert-chips.h"

static HearthRecord *
new_alert (const char *text, const char *level)
{
  HearthRecord *alert = hearth_record_new (&hearth_alert_type);

  hearth_record_set (alert, "kind", "allergy");
  hearth_record_set (alert, "text", text);
  hearth_record_set (alert, "level", level);
  return alert;
}

static void
activated_cb (HearthAlertChips *chips, HearthRecord *record, HearthRecord **activated)
{
  g_set_object (activated, record);
}

static void
test_follow_model (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  g_autoptr (HearthRecord) nuts = new_alert ("Nuts", "high"), bees = new_alert ("Bees", "low");
  g_autoptr (HearthRecord) activated = NULL;
  HearthAlertChips *chips = g_object_ref_sink (hearth_alert_chips_new ());
  GtkWidget *button;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  hearth_alert_chips_set_model (chips, G_LIST_MODEL (store));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  g_list_store_append (store, bees);
  g_list_store_insert (store, 0, nuts);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chips)));
  g_assert_true (widget_test_shows (GTK_WIDGET (chips), "Allergy: Bees"));

  button = widget_test_find (GTK_WIDGET (chips), GTK_TYPE_BUTTON, NULL);
  g_assert_true (widget_test_shows (button, "Allergy: Nuts"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Level: High · Allergy");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Allergy: Nuts");
  g_signal_connect (chips, "activate-record", G_CALLBACK (activated_cb), &activated);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (activated == nuts);

  hearth_record_set (nuts, "text", "Nuts and seeds");
  g_assert_true (widget_test_shows (button, "Allergy: Nuts and seeds"));
  g_list_store_remove (store, 0);
  g_assert_false (widget_test_shows (GTK_WIDGET (chips), "Allergy: Nuts and seeds"));
  hearth_alert_chips_set_model (chips, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  g_assert_finalize_object (chips);
}

/* An allergy says what to do, and a grave one stands out as a high alert does. */
static void
test_allergies (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  g_autoptr (HearthRecord) allergy = hearth_record_new (&hearth_allergy_type);
  HearthAlertChips *chips = g_object_ref_sink (hearth_alert_chips_new ());
  GtkWidget *button;

  hearth_record_set (allergy, "substance", "Nuts");
  hearth_record_set (allergy, "severity", "mild");
  g_list_store_append (store, allergy);
  hearth_alert_chips_set_model (chips, G_LIST_MODEL (store));
  button = widget_test_find (GTK_WIDGET (chips), GTK_TYPE_BUTTON, NULL);
  g_assert_true (widget_test_shows (button, "Allergy: Nuts"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Unpleasant");
  g_assert_false (gtk_widget_has_css_class (button, "warning"));

  hearth_record_set (allergy, "severity", "grave");
  hearth_record_set (allergy, "action", "Use the pen");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Grave: call for help at once · Use the pen");
  g_assert_true (gtk_widget_has_css_class (button, "warning"));
  g_assert_finalize_object (chips);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  g_test_add_func ("/widgets/alert-chips/follow-model", test_follow_model);
  g_test_add_func ("/widgets/alert-chips/allergies", test_allergies);
  return g_test_run ();
}
