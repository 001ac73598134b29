/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several records in one field: chips, the list to choose from, the keyboard, and what is no longer in the list.
 */
#include "widgets/widget-test.h"

#include "widgets/field-row.h"
#include "widgets/link-popover.h"
#include "widgets/links-row.h"

#define ANA "01ARZ3NDEKTSV4RRFFQ69G5FAV"
#define BEA "01BX5ZZKBKACTAV9WEVGEMMVRZ"
#define NOR "01BX5ZZKBKACTAV9WEVGEMMVS0"

typedef struct {
  HearthFieldRow *row;
  GtkWindow *window;
  GListStore *people;
  guint n_edited;
} Fixture;

static void
add_person (GListStore *people, const char *id, const char *name)
{
  g_autoptr (HearthRecord) record = hearth_record_new (&widget_test_type);

  hearth_record_set (record, "id", id);
  hearth_record_set (record, "text", name);
  g_list_store_append (people, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->row = HEARTH_FIELD_ROW (g_object_ref_sink (hearth_field_row_new (widget_test_field ("links"))));
  fixture->people = g_list_store_new (HEARTH_TYPE_RECORD);
  add_person (fixture->people, ANA, "Ana Lúcia");
  add_person (fixture->people, BEA, "Bea");
  add_person (fixture->people, NOR, "نور");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (fixture->row));
  hearth_links_row_set_model (HEARTH_LINKS_ROW (fixture->row), G_LIST_MODEL (fixture->people));
  fixture->window = widget_test_window_new (list, 360, 500);
  g_signal_connect_swapped (fixture->row, "edited", G_CALLBACK (widget_test_count_cb), &fixture->n_edited);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->people);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = hearth_field_row_dup_text (fixture->row);

  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
open_popover (Fixture *fixture)
{
  GtkWidget *add = widget_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_MENU_BUTTON, "add");
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (add)));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Links label: add");
  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  hearth_test_wait_until (gtk_widget_get_mapped (popover));
  return popover;
}

/* How many can be chosen now. */
static guint
count_offered (GtkWidget *popover)
{
  GtkListBox *list = widget_test_find (popover, GTK_TYPE_LIST_BOX, NULL);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
type_and_enter (GtkWidget *popover, const char *words)
{
  GtkWidget *search = widget_test_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "activate");
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture);
  GtkListBox *list = widget_test_find (popover, GTK_TYPE_LIST_BOX, NULL);

  g_assert_cmpuint (count_offered (popover), ==, 3);
  type_and_enter (popover, " lucia ");
  assert_text (fixture, ANA);
  /* It stays open for the next, and offers nobody twice. */
  g_assert_true (gtk_widget_get_mapped (popover));
  hearth_test_wait_until (count_offered (popover) == 2);
  type_and_enter (popover, "nobody of this name");
  assert_text (fixture, ANA);
  type_and_enter (popover, "نو");
  assert_text (fixture, ANA " " NOR);
  type_and_enter (popover, "");
  assert_text (fixture, ANA " " NOR " " BEA);
  g_assert_cmpuint (count_offered (popover), ==, 0);
  g_assert_cmpuint (fixture->n_edited, ==, 3);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->row), "Ana Lúcia"));

  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, NOR), "clicked");
  assert_text (fixture, ANA " " BEA);
  g_assert_cmpuint (count_offered (popover), ==, 1);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  assert_text (fixture, ANA " " BEA " " NOR);
  g_assert_cmpuint (fixture->n_edited, ==, 5);
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chip, *add = widget_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_MENU_BUTTON, "add");

  hearth_field_row_set_text (fixture->row, ANA " " BEA);
  chip = widget_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_BUTTON, BEA);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bea: take away");
  gtk_widget_grab_focus (chip);
  g_signal_emit_by_name (chip, "clicked");
  assert_text (fixture, ANA);
  /* The keyboard is not lost with the chip. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), add));
  g_assert_cmpuint (fixture->n_edited, ==, 1);
}

/* Who is chosen stays chosen, whether or not they can be chosen now. */
static void
test_not_in_the_list (Fixture *fixture, gconstpointer data)
{
  hearth_field_row_set_text (fixture->row, BEA);
  g_list_store_remove (fixture->people, 1);
  assert_text (fixture, BEA);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->row), "Not in this list"));
  add_person (fixture->people, BEA, "Bea");
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->row), "Bea"));
  hearth_links_row_set_model (HEARTH_LINKS_ROW (fixture->row), NULL);
  assert_text (fixture, BEA);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  ADD ("/widgets/links-row/choose", test_choose);
  ADD ("/widgets/links-row/chips", test_chips);
  ADD ("/widgets/links-row/not-in-the-list", test_not_in_the_list);
  return g_test_run ();
}
