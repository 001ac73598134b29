/* SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of widgets start from: real windows, finding parts, a record type with every kind of field.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "widgets/widget-test.h"

#include "widgets/widgets.h"

#include <locale.h>
#include <string.h>

/* --- set-up --- */

void
widget_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  /* Folders of its own it has from the runner; GTK must see the system's data (icons, MIME types). */
  g_test_init (argc, argv, NULL);
  adw_init ();
  hearth_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

GtkWindow *
widget_test_window_new (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  hearth_test_wait_until (gtk_widget_get_mapped (child) && gtk_window_is_active (window) &&
                          gtk_widget_get_width (child) > 0);
  hearth_test_settle ();
  return window;
}

/* --- finding parts --- */

gpointer
widget_test_find (GtkWidget *widget, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (name == NULL || g_str_equal (gtk_widget_get_name (widget), name)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = widget_test_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkCheckButton *
widget_test_find_check (GtkWidget *widget, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (widget) &&
      g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = widget_test_find_check (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

bool
widget_test_shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return false;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return true;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (widget_test_shows (child, text))
      return true;
  return false;
}

void
widget_test_count_cb (guint *count)
{
  ++*count;
}

/* --- a type with every kind of field --- */

static const HearthChoice few[] = {
  { "red", "Red" },
  { "green", "Green" },
  { NULL },
};

static const HearthChoice many[] = {
  { "a", "Alder and what grows beside it" },
  { "b", "Birch, which is white and grows quickly" },
  { "c", "Cedar" },
  { "d", "Date palm" },
  { "e", "Elm" },
  { "f", "Fig" },
  { "g", "Guava" },
  { "h", "Hazel" },
  { "i", "Ironwood" },
  { NULL },
};

static char *
compute (HearthRecord *record, const char *today)
{
  return g_strconcat (hearth_record_get (record, "text"), "!", NULL);
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (record, "date") && strcmp (hearth_record_get (record, "date"), "2020-01-01") < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "", "The whole record is too old.");
  if (hearth_record_has (record, "date") && hearth_record_has (record, "other_date") &&
      strcmp (hearth_record_get (record, "other_date"), hearth_record_get (record, "date")) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "other_date", "date");
}

static const HearthField fields[] = {
  { .name = "text",
    .label = "Text label",
    .section = "First",
    .kind = HEARTH_FIELD_TEXT,
    .required = true,
    .list_column = true },
  { .name = "computed",
    .label = "Computed label",
    .section = "First",
    .kind = HEARTH_FIELD_COMPUTED,
    .compute = compute },
  { .name = "long_text",
    .label = "Long label",
    .section = "First",
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = "What to write." },
  { .name = "short_long",
    .label = "Short long label",
    .section = "First",
    .kind = HEARTH_FIELD_LONG_TEXT,
    .max_length = 100 },
  { .name = "own",
    .label = "Own label",
    .section = "First",
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true },
  { .name = "sensitive",
    .label = "Sensitive label",
    .section = "First",
    .kind = HEARTH_FIELD_LONG_TEXT,
    .sensitive = true },
  { .name = "sealed",
    .label = "Sealed label",
    .section = "First",
    .kind = HEARTH_FIELD_SEALED,
    .compartment = "legal" },
  { .name = "integer",
    .label = "Integer label",
    .section = "Second & third",
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 10,
    .list_column = true },
  { .name = "decimal",
    .label = "Decimal label",
    .section = "Second & third",
    .kind = HEARTH_FIELD_DECIMAL,
    .digits = 1,
    .unit = "kg",
    .minimum = 1,
    .maximum = 200 },
  { .name = "yes_no", .label = "Yes label", .section = "Third", .kind = HEARTH_FIELD_YES_NO, .filter = true },
  { .name = "few",
    .label = "Few label",
    .section = "Third",
    .kind = HEARTH_FIELD_CHOICE,
    .choices = few,
    .list_column = true,
    .filter = true },
  { .name = "choice",
    .label = "Choice label",
    .section = "Third",
    .kind = HEARTH_FIELD_CHOICE,
    .choices = many,
    .required = true },
  { .name = "multi",
    .label = "Multi label",
    .section = "Third",
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = few },
  { .name = "date",
    .label = "Date label",
    .section = "Third",
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true },
  { .name = "other_date", .label = "Other date label", .section = "Third", .kind = HEARTH_FIELD_DATE },
  { .name = "partial", .label = "Partial label", .section = "Third", .kind = HEARTH_FIELD_PARTIAL_DATE },
  { .name = "time", .label = "Time label", .section = "Third", .kind = HEARTH_FIELD_TIME },
  { .name = "date_time", .label = "Moment label", .section = "Third", .kind = HEARTH_FIELD_DATE_TIME },
  { .name = "link",
    .label = "Link label",
    .section = "Third",
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account" },
  { .name = "links",
    .label = "Links label",
    .section = "Third",
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account" },
  { .name = "body",
    .label = "Body label",
    .section = "Third",
    .kind = HEARTH_FIELD_BODY_MAP,
    .choices = few },
  { .name = "attachment", .label = "File label", .section = "Third", .kind = HEARTH_FIELD_ATTACHMENT },
};

const HearthRecordType widget_test_type = {
  .name = "widget_test",
  .gtype_name = "WidgetTestRecord",
  .label = "Test record",
  .label_plural = "Test records",
  .icon_name = "document-edit-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_SIGNED,
  .tier = HEARTH_TIER_CARE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .validate = validate,
};

const HearthField *
widget_test_field (const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&widget_test_type, name);

  g_assert_nonnull (field);
  return field;
}

/* --- a lazy model --- */

struct _WidgetTestLazyModel {
  GObject parent_instance;

  const HearthRecordType *type;
  guint n_items;
  GHashTable *made; /* position → HearthRecord */
};

static GType
lazy_get_item_type (GListModel *model)
{
  return HEARTH_TYPE_RECORD;
}

static guint
lazy_get_n_items (GListModel *model)
{
  return WIDGET_TEST_LAZY_MODEL (model)->n_items;
}

/* Days of ten records each, newest first. */
static gpointer
lazy_get_item (GListModel *model, guint position)
{
  WidgetTestLazyModel *self = WIDGET_TEST_LAZY_MODEL (model);
  HearthRecord *record;

  if (position >= self->n_items)
    return NULL;
  record = g_hash_table_lookup (self->made, GUINT_TO_POINTER (position));
  if (record == NULL)
    {
      g_autofree char *text = g_strdup_printf ("Entry %u", position);
      g_autoptr (GDate) day = g_date_new_dmy (1, 3, 2026);
      g_autofree char *date = NULL;

      g_date_subtract_days (day, position / 10 % 2000);
      date = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day),
                              g_date_get_day (day));
      record = hearth_record_new (self->type);
      hearth_record_set (record, "text", text);
      hearth_record_set (record, "date", date);
      g_hash_table_insert (self->made, GUINT_TO_POINTER (position), record);
    }
  return g_object_ref (record);
}

static void
lazy_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lazy_get_item_type;
  iface->get_n_items = lazy_get_n_items;
  iface->get_item = lazy_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WidgetTestLazyModel,
                               widget_test_lazy_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lazy_model_init))

static void
widget_test_lazy_model_finalize (GObject *object)
{
  g_hash_table_unref (WIDGET_TEST_LAZY_MODEL (object)->made);
  G_OBJECT_CLASS (widget_test_lazy_model_parent_class)->finalize (object);
}

static void
widget_test_lazy_model_class_init (WidgetTestLazyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = widget_test_lazy_model_finalize;
}

static void
widget_test_lazy_model_init (WidgetTestLazyModel *self)
{
  self->made = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

WidgetTestLazyModel *
widget_test_lazy_model_new (const HearthRecordType *type, guint n_items)
{
  WidgetTestLazyModel *self = g_object_new (WIDGET_TEST_TYPE_LAZY_MODEL, NULL);

  self->type = type;
  self->n_items = n_items;
  return self;
}

guint
widget_test_lazy_model_get_n_made (WidgetTestLazyModel *self)
{
  return g_hash_table_size (self->made);
}
