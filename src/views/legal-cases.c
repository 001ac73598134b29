/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cases of a resident: who is accused and where they stand, the hearings, and the orders word for word.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/area.h"
#include "views/isolate.h"
#include "views/legal-accused.h"
#include "views/legal-records.h"
#include "views/plain-row.h"
#include "widgets/words.h"

/* What is written into a case. */
static const HearthRecordType *const parts[] = {
  &hearth_hearing_type,      &hearth_accused_type, &hearth_court_order_type, &hearth_protective_measure_type,
  &hearth_court_report_type,
};

/* All that a list of one case needs. */
typedef struct {
  GtkListBox *list; /* borrowed */
  HearthStore *store;
  HearthRecord *legal_case;
} Case;

static void
case_free (gpointer data)
{
  Case *data_of = data;

  g_object_unref (data_of->store);
  g_object_unref (data_of->legal_case);
  g_free (data_of);
}

/* ---- Writing into it ---- */

static void
new_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Case *of = user_data;
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));
  g_autoptr (HearthRecord) record = NULL;

  g_return_if_fail (type != NULL);

  record = hearth_legal_new (type, hearth_record_get_resident (of->legal_case));
  hearth_record_set (record, "legal_case", hearth_record_get_id (of->legal_case));
  hearth_legal_push_form (GTK_WIDGET (of->list), of->store, record, NULL);
}

static void
bar_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Case *of = user_data;
  g_autoptr (HearthRecord) accused =
    hearth_store_load (of->store, g_variant_get_string (parameter, NULL), NULL);

  if (accused != NULL)
    hearth_accused_begin_contact (GTK_WIDGET (of->list), of->store, accused);
}

static void
add_actions (Case *of)
{
  static const GActionEntry actions[] = {
    { .name = "new", .activate = new_action_cb, .parameter_type = "s" },
    { .name = "bar", .activate = bar_action_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), of);
  gtk_widget_insert_action_group (GTK_WIDGET (of->list), "case", G_ACTION_GROUP (group));
}

static GtkWidget *
make_menu_button (const Case *of, const char *title)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: the name of a menu; %s is a case */
  g_autofree char *name = g_strdup_printf (_ ("Add to %s"), title);
  GtkWidget *button;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (hearth_legal_may_write (of->store, parts[i], hearth_record_get_resident (of->legal_case)))
      {
        g_autofree char *action = g_strdup_printf ("case.new::%s", parts[i]->name);

        g_menu_append (menu, _ (parts[i]->label_new), action);
      }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return NULL;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Add to this case"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* ---- Rows ---- */

static void
add_case_row (const Case *of)
{
  g_autofree char *title = hearth_record_dup_title (of->legal_case);
  g_autofree char *stage = hearth_legal_dup_words (of->legal_case, "stage");
  g_autofree char *subtitle = hearth_legal_join (stage, hearth_record_get (of->legal_case, "court"),
                                                 hearth_record_get (of->legal_case, "number"), NULL);
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (of->legal_case));
  GtkWidget *menu = make_menu_button (of, title);

  hearth_plain_row_add_icon (row, hearth_legal_case_type.icon_name);
  if (menu != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu);
  gtk_list_box_append (of->list, row);
}

/* "No contact until 3 May 2027 (12/2026)"; *@over: the ban ended. */
static char *
describe_ban (HearthRecord *accused, const char *today, bool *over)
{
  const char *until = hearth_record_get (accused, "no_contact_until");
  g_autofree char *day = hearth_isolate (hearth_date_format (until));
  g_autofree char *number = hearth_isolate (g_strdup (hearth_record_get (accused, "order_number")));
  g_autofree char *words = NULL;

  *over = hearth_record_is_yes (accused, "no_contact") && *until != '\0' && strcmp (until, today) < 0;
  if (!hearth_record_is_yes (accused, "no_contact"))
    return g_strdup (_ ("No ban on contact"));
  if (*over)
    words = g_strdup_printf (_ ("The ban on contact ended %s"), day);
  else if (*day != '\0')
    words = g_strdup_printf (_ ("No contact until %s"), day);
  else
    words = g_strdup (_ ("No contact"));
  if (*number == '\0')
    return g_steal_pointer (&words);
  /* Translators: until when there must be no contact, and the number of the order that says so */
  return g_strdup_printf (_ ("%s (%s)"), words, number);
}

static char *
describe_release (HearthRecord *accused)
{
  g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (accused, "release_on")));

  return *day != '\0' ? g_strdup_printf (_ ("Release expected %s"), day) : g_strdup ("");
}

static void
add_accused (const Case *of, HearthRecord *accused)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (of->store));
  bool over;
  g_autofree char *status = hearth_legal_dup_words (accused, "status");
  g_autofree char *title = hearth_legal_join (hearth_record_get (accused, "letter"), status, NULL);
  g_autofree char *ban = describe_ban (accused, today, &over);
  g_autofree char *release = describe_release (accused);
  g_autofree char *subtitle = hearth_legal_join (ban, release, NULL);
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (accused)), *bar;

  hearth_plain_row_add_icon (row, hearth_accused_type.icon_name);
  if (over)
    hearth_plain_row_add_warning (row, _ ("The ban on contact has ended"));
  if (hearth_accused_wants_contact (of->store, accused))
    {
      bar = gtk_button_new_from_icon_name ("contact-new-symbolic");
      gtk_widget_set_tooltip_text (bar, _ ("Add to the people of the file as barred…"));
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (bar, "flat");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (bar), "s", hearth_record_get_id (accused));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (bar), "case.bar");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
    }
  gtk_list_box_append (of->list, row);
}

/* "3 Apr 2026, 09:00 · To give evidence · In person" */
static GtkWidget *
make_hearing_row (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *when = hearth_legal_dup_words (hearing, "at");
  g_autofree char *kind = hearth_legal_dup_words (hearing, "kind");
  g_autofree char *attend = hearth_legal_dup_words (hearing, "attend");
  g_autofree char *status = hearth_legal_dup_words (hearing, "status");
  bool coming = hearth_hearing_is_coming (store, hearing);
  g_autofree char *subtitle = hearth_legal_join (*kind != '\0' ? kind : _ (hearth_hearing_type.label),
                                                 coming ? attend : "", coming ? "" : status, NULL);
  GtkWidget *row = hearth_plain_row_new_for_record (when, subtitle, hearth_record_get_id (hearing));

  hearth_plain_row_add_icon (row, "x-office-calendar-symbolic");
  hearth_plain_row_add_arrow (row);
  return row;
}

GtkWidget *
hearth_legal_make_order_row (HearthStore *store, HearthRecord *order)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  const char *due = hearth_record_get (order, "due"), *status = hearth_record_get (order, "status");
  bool open = g_str_equal (status, "not_yet") || g_str_equal (status, "partly");
  g_autofree char *status_words = hearth_legal_dup_words (order, "status");
  g_autofree char *due_day = hearth_date_format (due);
  g_autofree char *expires_day = hearth_date_format (hearth_record_get (order, "expires"));
  g_autofree char *done = g_strdup_printf (_ ("Carried out: %s"), status_words);
  g_autofree char *by = open && *due_day != '\0' ? g_strdup_printf (_ ("By %s"), due_day) : g_strdup ("");
  g_autofree char *until =
    *expires_day != '\0' ? g_strdup_printf (_ ("Holds until %s"), expires_day) : g_strdup ("");
  g_autofree char *subtitle =
    hearth_legal_join (done, by, hearth_record_get (order, "responsible"), until, NULL);
  g_autofree char *title = hearth_words_quote (hearth_record_get (order, "words"));
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (order));

  hearth_plain_row_add_icon (row, hearth_court_order_type.icon_name);
  if (open && *due != '\0' && strcmp (due, today) < 0)
    hearth_plain_row_add_warning (row, _ ("Late"));
  return row;
}

/* ---- The parts ---- */

static void
add_parts (const Case *of)
{
  const char *resident = hearth_record_get_resident (of->legal_case),
             *id = hearth_record_get_id (of->legal_case);
  g_autoptr (GPtrArray) accused = hearth_legal_list (of->store, &hearth_accused_type, resident);
  g_autoptr (GPtrArray) hearings = hearth_legal_list (of->store, &hearth_hearing_type, resident);
  g_autoptr (GPtrArray) orders = hearth_legal_list (of->store, &hearth_court_order_type, resident);

  hearth_legal_keep_of (accused, "legal_case", id);
  hearth_legal_keep_of (hearings, "legal_case", id);
  hearth_legal_keep_of (orders, "legal_case", id);
  for (guint i = accused->len; i > 0; i--)
    add_accused (of, g_ptr_array_index (accused, i - 1));
  for (guint i = 0; i < hearings->len; i++)
    gtk_list_box_append (of->list, make_hearing_row (of->store, g_ptr_array_index (hearings, i)));
  for (guint i = 0; i < orders->len; i++)
    gtk_list_box_append (of->list, hearth_legal_make_order_row (of->store, g_ptr_array_index (orders, i)));
}

static GtkWidget *
make_case (HearthStore *store, HearthRecord *legal_case)
{
  Case *of = g_new0 (Case, 1);
  g_autofree char *title = hearth_record_dup_title (legal_case);

  of->list = hearth_area_list_new (title);
  of->store = g_object_ref (store);
  of->legal_case = g_object_ref (legal_case);
  g_object_set_data_full (G_OBJECT (of->list), "hearth-case", of, case_free);
  add_actions (of);
  add_case_row (of);
  add_parts (of);
  return GTK_WIDGET (of->list);
}

GtkWidget *
hearth_legal_make_cases (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) cases = hearth_legal_list (store, &hearth_legal_case_type, id);
  GtkWidget *box;

  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_legal_case_type, NULL, id))
    return NULL;
  if (cases->len == 0)
    return hearth_area_nothing_new (_ ("No case yet. Begin with it: hearings, orders and protection are "
                                       "added to a case."));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < cases->len; i++)
    gtk_box_append (GTK_BOX (box), make_case (store, g_ptr_array_index (cases, i)));
  return box;
}
