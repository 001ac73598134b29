/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands above lists of the audit to narrow them: a person, a kind of action, days.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/audit-filter.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "widgets/field-row.h"

typedef struct {
  const char *label; /* N_() */
  const char *const *actions;
} Kind;

static const char *const looking[] = { "view", "search", NULL };
static const char *const writing[] = { "create", "change", "sign", "in-error", "attach", NULL };
static const char *const leaving[] = { "print", "export", NULL };
static const char *const emergencies[] = { "emergency", NULL };
static const char *const approvals[] = { "approval", NULL };
static const char *const signing_in[] = { "sign-in", "sign-in-refused", "sign-out", "lock", "idle",
                                          "screen",  "resume",          "quit",     NULL };
static const char *const keys[] = {
  "compartment-key", "grant",  "key-refused", "keys",   "letterbox", "new-sheet", "password",
  "previous-keys",   "remove", "reset",       "revoke", "rotation",  NULL
};
static const char *const copies[] = {
  "backup", "clock", "clock-set-back", "drill", "restore", "verify", NULL
};

static const Kind kinds[] = {
  { N_ ("Everything"), NULL },
  { N_ ("Looking"), looking },
  { N_ ("Writing"), writing },
  { N_ ("Printing and saving outside"), leaving },
  { N_ ("Openings in an emergency"), emergencies },
  { N_ ("Approvals"), approvals },
  { N_ ("Signing in and out"), signing_in },
  { N_ ("People and keys"), keys },
  { N_ ("Copies and checks"), copies },
};

static const HearthField from_field = {
  .name = "from",
  .label = N_ ("From"),
  .section = N_ ("Days"),
  .kind = HEARTH_FIELD_DATE,
};
static const HearthField to_field = {
  .name = "to",
  .label = N_ ("Until"),
  .section = N_ ("Days"),
  .kind = HEARTH_FIELD_DATE,
};

struct _HearthAuditFilter {
  AdwBin parent_instance;

  /* Borrowed */
  GtkDropDown *people;
  GtkDropDown *kind;
  GtkMenuButton *days;
  HearthFieldRow *from_row;
  HearthFieldRow *to_row;

  /* Owned */
  GPtrArray *ids; /* of accounts, as they stand in people, after the first */
  char *today;
  char *from; /* "" for none, as the next */
  char *to;
};

G_DEFINE_FINAL_TYPE (HearthAuditFilter, hearth_audit_filter, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Days ---- */

static void
show_days (HearthAuditFilter *self)
{
  g_autofree char *from = hearth_date_format (self->from);
  g_autofree char *to = hearth_date_format (self->to);
  g_autofree char *words = NULL;

  if (*from != '\0' && *to != '\0')
    words = g_strdup_printf (_ ("%s to %s"), from, to);
  else if (*from != '\0')
    /* Translators: a date */
    words = g_strdup_printf (_ ("From %s"), from);
  else if (*to != '\0')
    /* Translators: a date */
    words = g_strdup_printf (_ ("Until %s"), to);
  gtk_menu_button_set_label (self->days, words != NULL ? words : _ ("All days"));
}

/* False where what is typed is no date, which the row says. */
static bool
read_day (HearthAuditFilter *self, HearthFieldRow *row, char **day)
{
  g_autofree char *canonical = NULL;

  if (hearth_field_row_get_canonical (row, self->today, &canonical) != HEARTH_PROBLEM_NONE)
    {
      hearth_field_row_set_problem (row, _ ("This is no date."));
      return false;
    }
  hearth_field_row_set_problem (row, NULL);
  g_set_str (day, canonical);
  return true;
}

static void
days_left_cb (HearthAuditFilter *self)
{
  bool good = read_day (self, self->from_row, &self->from);

  good = read_day (self, self->to_row, &self->to) && good;
  show_days (self);
  if (good)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_days_popover (HearthAuditFilter *self)
{
  GtkWidget *popover = gtk_popover_new (), *list = gtk_list_box_new ();

  self->from_row = HEARTH_FIELD_ROW (hearth_field_row_new (&from_field));
  self->to_row = HEARTH_FIELD_ROW (hearth_field_row_new (&to_field));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 260, -1);
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 12);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->from_row));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->to_row));
  g_signal_connect_object (self->from_row, "left", G_CALLBACK (days_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to_row, "left", G_CALLBACK (days_left_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  return popover;
}

/* ---- People and kinds ---- */

static GtkStringList *
make_people (HearthAuditFilter *self, HearthStore *store)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) accounts = NULL;

  gtk_string_list_append (names, _ ("Everybody"));
  hearth_query_set_sort (query, "name", false);
  accounts = hearth_store_list (store, query, NULL);
  for (guint i = 0; accounts != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      gtk_string_list_append (names, hearth_record_get (account, "name"));
      g_ptr_array_add (self->ids, g_strdup (hearth_record_get_id (account)));
    }
  return names;
}

static GtkStringList *
make_kinds (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, _ (kinds[i].label));
  return labels;
}

static void
selected_cb (HearthAuditFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkDropDown *
add_drop_down (HearthAuditFilter *self, GtkWidget *box, GtkStringList *words, const char *label)
{
  GtkWidget *drop_down =
    gtk_drop_down_new (G_LIST_MODEL (words),
                       gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down),
                                   g_list_model_get_n_items (G_LIST_MODEL (words)) > 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (drop_down, label);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

/* ---- Overrides ---- */

static void
hearth_audit_filter_dispose (GObject *object)
{
  HearthAuditFilter *self = HEARTH_AUDIT_FILTER (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);

  G_OBJECT_CLASS (hearth_audit_filter_parent_class)->dispose (object);
}

static void
hearth_audit_filter_class_init (HearthAuditFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_audit_filter_dispose;
  signals[CHANGED] = g_signal_new ("changed", HEARTH_TYPE_AUDIT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearth_audit_filter_init (HearthAuditFilter *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->from = g_strdup ("");
  self->to = g_strdup ("");
}

/* ---- Public ---- */

HearthAuditFilter *
hearth_audit_filter_new (HearthStore *store, bool with_kinds)
{
  HearthAuditFilter *self = g_object_new (HEARTH_TYPE_AUDIT_FILTER, NULL);
  GtkWidget *clamp = adw_clamp_new (), *box = adw_wrap_box_new ();

  self->today = hearth_clock_today (hearth_store_get_clock (store));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->people = add_drop_down (self, box, make_people (self, store), _ ("Person"));
  if (with_kinds)
    self->kind = add_drop_down (self, box, make_kinds (), _ ("Kind of action"));
  self->days = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->days, TRUE);
  gtk_menu_button_set_popover (self->days, make_days_popover (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->days), _ ("Days"));
  adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->days));
  show_days (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
  return self;
}

const char *
hearth_audit_filter_get_person (HearthAuditFilter *self)
{
  guint place;

  g_return_val_if_fail (HEARTH_IS_AUDIT_FILTER (self), NULL);
  place = gtk_drop_down_get_selected (self->people);
  return place > 0 && place <= self->ids->len ? g_ptr_array_index (self->ids, place - 1) : NULL;
}

const char *const *
hearth_audit_filter_get_actions (HearthAuditFilter *self)
{
  guint place;

  g_return_val_if_fail (HEARTH_IS_AUDIT_FILTER (self), NULL);
  place = self->kind != NULL ? gtk_drop_down_get_selected (self->kind) : 0;
  return place < G_N_ELEMENTS (kinds) ? kinds[place].actions : NULL;
}

const char *
hearth_audit_filter_get_from (HearthAuditFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_FILTER (self), NULL);
  return *self->from != '\0' ? self->from : NULL;
}

const char *
hearth_audit_filter_get_to (HearthAuditFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_FILTER (self), NULL);
  return *self->to != '\0' ? self->to : NULL;
}

void
hearth_audit_filter_set_days (HearthAuditFilter *self, const char *from, const char *to)
{
  g_return_if_fail (HEARTH_IS_AUDIT_FILTER (self));
  g_set_str (&self->from, from);
  g_set_str (&self->to, to);
  hearth_field_row_set_canonical (self->from_row, from);
  hearth_field_row_set_canonical (self->to_row, to);
  show_days (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hearth_audit_filter_set_person (HearthAuditFilter *self, const char *person)
{
  guint place;

  g_return_if_fail (HEARTH_IS_AUDIT_FILTER (self));
  if (person == NULL)
    gtk_drop_down_set_selected (self->people, 0);
  else if (g_ptr_array_find_with_equal_func (self->ids, person, g_str_equal, &place))
    gtk_drop_down_set_selected (self->people, place + 1);
}
