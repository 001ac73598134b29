/* SPDX-License-Identifier: GPL-3.0-or-later
 * Filters: what the table and its facets offer, several answers at once, choices that are records.
 */
#include "widgets/widget-test.h"

#include "records/types.h"
#include "widgets/filter-bar.h"

static HearthFilterBar *
new_bar (const HearthRecordType *type)
{
  return g_object_ref_sink (HEARTH_FILTER_BAR (hearth_filter_bar_new (type)));
}

typedef struct {
  char *field, *codes;
  guint n;
} Told;

static void
changed_cb (HearthFilterBar *bar, const char *field, GStrv codes, Told *told)
{
  g_set_str (&told->field, field);
  g_free (told->codes);
  told->codes = g_strjoinv (" ", codes);
  told->n++;
}

static void
told_clear (Told *told)
{
  g_free (told->field);
  g_free (told->codes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static void
choose (HearthFilterBar *bar, const char *label, bool chosen)
{
  gtk_check_button_set_active (widget_test_find_check (GTK_WIDGET (bar), label), chosen);
}

/* What the button of the filter says whose label begins with @start; NULL when it is not seen. */
static const char *
get_words (GtkWidget *widget, const char *start)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      const char *label = gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));

      return gtk_widget_get_visible (widget) && g_str_has_prefix (label, start) ? label : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found = get_words (child, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_filter (HearthFilterBar *bar, const char *field, const char *expected)
{
  g_auto (GStrv) codes = hearth_filter_bar_dup_filter (bar, field);
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_defaults (void)
{
  HearthFilterBar *bar = new_bar (&hearth_resident_type);
  HearthFilterBar *without = new_bar (&hearth_saved_view_type);

  g_assert_true (hearth_filter_bar_has_filters (bar));
  g_assert_false (hearth_filter_bar_has_filters (without));
  g_assert_false (hearth_filter_bar_is_active (bar));
  assert_filter (bar, "sex", "");
  assert_filter (bar, "no such filter", "");
  g_assert_cmpstr (get_words (GTK_WIDGET (bar), "Sex"), ==, "Sex: any");
  g_assert_finalize_object (bar);
  g_assert_finalize_object (without);
}

static void
test_several (void)
{
  HearthFilterBar *bar = new_bar (&hearth_resident_type);
  g_auto (Told) told = { NULL };

  g_signal_connect (bar, "filter-changed", G_CALLBACK (changed_cb), &told);
  choose (bar, "Male", true);
  g_assert_cmpstr (told.field, ==, "sex");
  g_assert_cmpstr (told.codes, ==, "1");
  g_assert_cmpstr (get_words (GTK_WIDGET (bar), "Sex"), ==, "Sex: Male");
  choose (bar, "Female", true);
  g_assert_cmpstr (told.codes, ==, "2 1");
  g_assert_cmpstr (get_words (GTK_WIDGET (bar), "Sex"), ==, "Sex: Female, Male");
  choose (bar, "Not known", true);
  g_assert_cmpstr (get_words (GTK_WIDGET (bar), "Sex"), ==, "Sex: Female and 2 more");
  g_assert_cmpuint (told.n, ==, 3);

  hearth_filter_bar_clear (bar);
  g_assert_cmpuint (told.n, ==, 4);
  g_assert_cmpstr (told.codes, ==, "");
  g_assert_false (hearth_filter_bar_is_active (bar));
  hearth_filter_bar_clear (bar);
  g_assert_cmpuint (told.n, ==, 4);
  g_assert_finalize_object (bar);
}

static void
test_facets (void)
{
  HearthFilterBar *bar = new_bar (&hearth_resident_type);
  g_auto (Told) told = { NULL };

  g_signal_connect (bar, "filter-changed", G_CALLBACK (changed_cb), &told);
  choose (bar, "This house", true);
  g_assert_cmpstr (told.field, ==, "where_now");
  g_assert_cmpstr (told.codes, ==, "this_house");
  choose (bar, "No stay recorded", true);
  g_assert_cmpstr (told.codes, ==, "this_house " HEARTH_FACET_NONE);
  choose (bar, "This house", false);
  g_assert_cmpstr (told.codes, ==, HEARTH_FACET_NONE);
  choose (bar, "Allergy", true);
  g_assert_cmpstr (told.field, ==, "alert_about");
  g_assert_finalize_object (bar);
}

static void
test_set (void)
{
  const char *codes[] = { HEARTH_FACET_PAST, "gone long ago", "hospital", NULL };
  HearthFilterBar *bar = new_bar (&hearth_resident_type);
  g_auto (Told) told = { NULL };

  g_signal_connect (bar, "filter-changed", G_CALLBACK (changed_cb), &told);
  hearth_filter_bar_set_filter (bar, "where_now", codes);
  assert_filter (bar, "where_now", "hospital " HEARTH_FACET_PAST);
  g_assert_true (hearth_filter_bar_is_active (bar));
  hearth_filter_bar_set_filter (bar, "where_now", NULL);
  assert_filter (bar, "where_now", "");
  g_assert_cmpuint (told.n, ==, 0);
  g_assert_finalize_object (bar);
}

/* A LINK has no choices of its own, and what somebody may not read is not offered. */
static void
test_choices (void)
{
  const HearthChoice people[] = { { "01", "Ana" }, { "02", "Bo" }, { NULL } };
  HearthFilterBar *bar = new_bar (&hearth_resident_type);
  g_auto (Told) told = { NULL };

  g_signal_connect (bar, "filter-changed", G_CALLBACK (changed_cb), &told);
  g_assert_null (get_words (GTK_WIDGET (bar), "Key worker"));
  hearth_filter_bar_set_choices (bar, "key_worker", people);
  g_assert_cmpstr (get_words (GTK_WIDGET (bar), "Key worker"), ==, "Key worker: any");
  choose (bar, "Bo", true);
  g_assert_cmpstr (told.field, ==, "key_worker");
  g_assert_cmpstr (told.codes, ==, "02");

  hearth_filter_bar_set_choices (bar, "key_worker", NULL);
  g_assert_null (get_words (GTK_WIDGET (bar), "Key worker"));
  g_assert_false (hearth_filter_bar_is_active (bar));
  g_assert_finalize_object (bar);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  g_test_add_func ("/widgets/filter-bar/defaults", test_defaults);
  g_test_add_func ("/widgets/filter-bar/several", test_several);
  g_test_add_func ("/widgets/filter-bar/facets", test_facets);
  g_test_add_func ("/widgets/filter-bar/set", test_set);
  g_test_add_func ("/widgets/filter-bar/choices", test_choices);
  return g_test_run ();
}
