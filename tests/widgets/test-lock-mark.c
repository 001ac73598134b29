/* SPDX-License-Identifier: GPL-3.0-or-later
 * The two locks: what each of them promises when it is asked.
 */
#include "records/registry.h"
#include "widgets/widget-test.h"
#include "widgets/lock-mark.h"

static GtkPopover *
ask (GtkWidget *mark)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (mark));
  hearth_test_settle ();
  return gtk_menu_button_get_popover (GTK_MENU_BUTTON (mark));
}

static bool
says (GtkPopover *popover, const char *start)
{
  GtkWidget *box = gtk_popover_get_child (popover);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (child)), start))
      return true;
  return false;
}

static void
test_promises (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sealed = hearth_lock_mark_new_sealed (hearth_compartment_get ("medical"), true);
  GtkWidget *plain = hearth_lock_mark_new_plain ("Not for your role", NULL);
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), sealed);
  gtk_box_append (GTK_BOX (box), plain);
  window = widget_test_window_new (box, 360, 200);
  g_assert_true (widget_test_shows (sealed, "Nurses"));
  g_assert_true (says (ask (sealed), "Opens only for those who were given the nurses’ key."));
  g_assert_true (says (ask (sealed), "A lock with a key: the words are sealed."));
  g_assert_true (says (ask (plain), "Not for your role"));
  g_assert_true (says (ask (plain), "A plain lock: this program keeps to it."));
  gtk_window_destroy (window);
}

/* Every compartment that a table names has words of its own. */
static void
test_compartments (void)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  const HearthCompartment *unknown = hearth_compartment_get ("something else");

  g_assert_nonnull (unknown->closed);
  for (unsigned int i = 0; i < n_types; i++)
    for (unsigned int j = 0; j < types[i]->n_fields; j++)
      {
        const HearthCompartment *compartment = hearth_compartment_of (&types[i]->fields[j]);

        g_assert_true ((types[i]->fields[j].kind == HEARTH_FIELD_SEALED) == (compartment != NULL));
        g_assert_true (compartment != unknown);
      }
  g_assert_null (hearth_compartment_get (HEARTH_COMPARTMENT_AUTHOR)->closed);
}

int
main (int argc, char *argv[])
{
  widget_test_init (&argc, &argv);

  g_test_add_func ("/widgets/lock-mark/promises", test_promises);
  g_test_add_func ("/widgets/lock-mark/compartments", test_compartments);

  return g_test_run ();
}
