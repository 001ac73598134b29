/* SPDX-License-Identifier: GPL-3.0-or-later
 * The filters above a list: one for each field and each facet that a type's table offers.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/filter-bar.h"

#include "records/registry.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

/* Beyond this the choices scroll. */
#define TALLEST_POPOVER 360

struct _HearthFilterBar {
  GtkWidget parent_instance;

  /* borrowed */
  GtkWidget *box;

  /* owned */
  GPtrArray *filters; /* of Filter */

  bool quiet;
};

/* @codes stand in the order of @checks. */
typedef struct {
  HearthFilterBar *bar;
  const char *name;
  const char *label;
  GtkWidget *button;
  GtkWidget *list;
  GPtrArray *checks; /* of GtkCheckButton, borrowed */
  GPtrArray *codes;
} Filter;

static guint filter_changed_signal;

G_DEFINE_FINAL_TYPE (HearthFilterBar, hearth_filter_bar, GTK_TYPE_WIDGET)

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_ptr_array_unref (filter->checks);
  g_ptr_array_unref (filter->codes);
  g_free (filter);
}

static Filter *
look_up (HearthFilterBar *self, const char *name)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);

      if (g_str_equal (filter->name, name))
        return filter;
    }
  return NULL;
}

static GStrv
dup_codes (Filter *filter)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < filter->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (filter->checks, i)))
      g_strv_builder_add (codes, g_ptr_array_index (filter->codes, i));
  return g_strv_builder_end (codes);
}

static void
show_label (Filter *filter)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < filter->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (filter->checks, i)))
      g_ptr_array_add (chosen, (gpointer) gtk_check_button_get_label (g_ptr_array_index (filter->checks, i)));
  words = hearth_words_filter (_ (filter->label), (const char *const *) chosen->pdata, chosen->len);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (filter->button), words);
}

/* --- callbacks --- */

static void
toggled_cb (GtkCheckButton *check, Filter *filter)
{
  HearthFilterBar *self = filter->bar;

  show_label (filter);
  if (!self->quiet)
    {
      g_auto (GStrv) codes = dup_codes (filter);

      g_signal_emit (self, filter_changed_signal, 0, filter->name, codes);
    }
}

/* --- set-up --- */

static void
remove_choices (Filter *filter)
{
  for (guint i = 0; i < filter->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (filter->checks, i);

      g_signal_handlers_disconnect_by_func (check, toggled_cb, filter);
      gtk_box_remove (GTK_BOX (filter->list), check);
    }
  g_ptr_array_set_size (filter->checks, 0);
  g_ptr_array_set_size (filter->codes, 0);
}

static void
add_choice (Filter *filter, const char *code, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), filter);
  gtk_box_append (GTK_BOX (filter->list), check);
  g_ptr_array_add (filter->checks, check);
  g_ptr_array_add (filter->codes, g_strdup (code));
}

static Filter *
add_filter (HearthFilterBar *self, const char *name, const char *label)
{
  GtkWidget *popover = gtk_popover_new (), *window = gtk_scrolled_window_new ();
  Filter *filter = g_new0 (Filter, 1);

  filter->bar = self;
  filter->name = name;
  filter->label = label;
  filter->checks = g_ptr_array_new ();
  filter->codes = g_ptr_array_new_with_free_func (g_free);
  filter->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  filter->button = gtk_menu_button_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), TALLEST_POPOVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), filter->list);
  gtk_popover_set_child (GTK_POPOVER (popover), window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (label),
                                  -1);
  gtk_menu_button_set_can_shrink (GTK_MENU_BUTTON (filter->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (filter->button), popover);
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), filter->button);
  g_ptr_array_add (self->filters, filter);
  return filter;
}

static void
add_field (HearthFilterBar *self, const HearthField *field)
{
  Filter *filter = add_filter (self, field->name, field->label);

  if (field->kind == HEARTH_FIELD_YES_NO)
    {
      add_choice (filter, "yes", hearth_words_yes_no (true));
      add_choice (filter, "no", hearth_words_yes_no (false));
    }
  for (const HearthChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    add_choice (filter, choice->code, _ (choice->label));
  gtk_widget_set_visible (filter->button, filter->checks->len > 0);
  show_label (filter);
}

static void
add_facet (HearthFilterBar *self, const HearthFacet *facet)
{
  const HearthRecordType *type = hearth_records_lookup_type (facet->type);
  Filter *filter = add_filter (self, facet->name, facet->label);

  for (const HearthChoice *choice = hearth_record_type_lookup_field (type, facet->field)->choices;
       choice->code != NULL; choice++)
    add_choice (filter, choice->code, _ (choice->label));
  add_choice (filter, HEARTH_FACET_PAST, _ (facet->past_label));
  add_choice (filter, HEARTH_FACET_NONE, _ (facet->none_label));
  show_label (filter);
}

/* --- overrides --- */

static void
hearth_filter_bar_dispose (GObject *object)
{
  HearthFilterBar *self = HEARTH_FILTER_BAR (object);

  for (guint i = 0; i < self->filters->len; i++)
    remove_choices (g_ptr_array_index (self->filters, i));
  g_ptr_array_set_size (self->filters, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hearth_filter_bar_parent_class)->dispose (object);
}

static void
hearth_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTH_FILTER_BAR (object)->filters);
  G_OBJECT_CLASS (hearth_filter_bar_parent_class)->finalize (object);
}

static void
hearth_filter_bar_class_init (HearthFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearth_filter_bar_dispose;
  object_class->finalize = hearth_filter_bar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  filter_changed_signal = g_signal_new ("filter-changed", HEARTH_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRV);
}

static void
hearth_filter_bar_init (HearthFilterBar *self)
{
  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* --- public --- */

GtkWidget *
hearth_filter_bar_new (const HearthRecordType *type)
{
  HearthFilterBar *self;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_FILTER_BAR, NULL);
  for (const HearthFacet *facet = type->facets; facet != NULL && facet->name != NULL; facet++)
    add_facet (self, facet);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].filter)
      add_field (self, &type->fields[i]);
  return GTK_WIDGET (self);
}

void
hearth_filter_bar_set_choices (HearthFilterBar *self, const char *field, const HearthChoice *choices)
{
  Filter *filter;

  g_return_if_fail (HEARTH_IS_FILTER_BAR (self));
  g_return_if_fail (field != NULL);

  filter = look_up (self, field);
  g_return_if_fail (filter != NULL);
  remove_choices (filter);
  for (const HearthChoice *choice = choices; choice != NULL && choice->code != NULL; choice++)
    add_choice (filter, choice->code, choice->label);
  gtk_widget_set_visible (filter->button, filter->checks->len > 0);
  show_label (filter);
}

bool
hearth_filter_bar_has_filters (HearthFilterBar *self)
{
  g_return_val_if_fail (HEARTH_IS_FILTER_BAR (self), false);

  for (guint i = 0; i < self->filters->len; i++)
    if (((Filter *) g_ptr_array_index (self->filters, i))->checks->len > 0)
      return true;
  return false;
}

GStrv
hearth_filter_bar_dup_filter (HearthFilterBar *self, const char *field)
{
  Filter *filter;

  g_return_val_if_fail (HEARTH_IS_FILTER_BAR (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  filter = look_up (self, field);
  return filter != NULL ? dup_codes (filter) : g_new0 (char *, 1);
}

void
hearth_filter_bar_set_filter (HearthFilterBar *self, const char *field, const char *const *codes)
{
  Filter *filter;

  g_return_if_fail (HEARTH_IS_FILTER_BAR (self));
  g_return_if_fail (field != NULL);

  filter = look_up (self, field);
  if (filter == NULL)
    return;
  self->quiet = true;
  for (guint i = 0; i < filter->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (filter->checks, i),
                                 codes != NULL &&
                                   g_strv_contains (codes, g_ptr_array_index (filter->codes, i)));
  self->quiet = false;
}

bool
hearth_filter_bar_is_active (HearthFilterBar *self)
{
  g_return_val_if_fail (HEARTH_IS_FILTER_BAR (self), false);

  for (guint i = 0; i < self->filters->len; i++)
    {
      g_auto (GStrv) codes = dup_codes (g_ptr_array_index (self->filters, i));

      if (*codes != NULL)
        return true;
    }
  return false;
}

void
hearth_filter_bar_clear (HearthFilterBar *self)
{
  const char *none[] = { NULL };

  g_return_if_fail (HEARTH_IS_FILTER_BAR (self));

  for (guint i = 0; i < self->filters->len; i++)
    {
      Filter *filter = g_ptr_array_index (self->filters, i);
      g_auto (GStrv) codes = dup_codes (filter);

      if (*codes == NULL)
        continue;
      hearth_filter_bar_set_filter (self, filter->name, none);
      g_signal_emit (self, filter_changed_signal, 0, filter->name, none);
    }
}
