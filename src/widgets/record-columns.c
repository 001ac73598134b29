/* SPDX-License-Identifier: GPL-3.0-or-later
 * The columns of a table of records, made from the type's list columns.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/record-columns.h"

#include "widgets/record-cell.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

#define SHORTEST_CHOICE 8
#define LONGEST_CHOICE 28
/* Columns of words share what room is left. */
#define WORDS 22
/* Texts that are never longer are seen whole. */
#define SHORT_TEXT 20
#define SHORT_WIDTH 9

struct _HearthRecordColumns {
  const HearthRecordType *type;

  /* borrowed */
  GtkColumnView *table;

  /* owned */
  GtkColumnViewColumn *resident_column; /* NULL for a type that the house owns */
  GPtrArray *all; /* of Column */
  char *today;

  HearthLinkWordsFunc link_func;
  gpointer user_data;
};

/* A column of a field, or of words that are no field's; of the base fields there is only "state". */
typedef struct {
  HearthRecordColumns *columns;
  const HearthField *field; /* or NULL */
  HearthRecordWordsFunc words;
  gpointer user_data;
  GtkColumnViewColumn *column; /* borrowed */
} Column;

static char *
dup_cell_words (HearthRecord *record, gpointer data)
{
  Column *column = data;

  if (column->field == NULL)
    return column->words (record, column->user_data);
  if (column->field->kind == HEARTH_FIELD_LINK || column->field->kind == HEARTH_FIELD_LINKS)
    return column->columns->link_func (record, column->field, column->columns->user_data);
  if (hearth_field_is_base (column->field))
    return hearth_words_state (record);
  return hearth_record_format (record, column->field, column->columns->today);
}

/* The longest choice is seen whole, within reason. */
static unsigned int
get_choice_width (const HearthField *field)
{
  glong longest = SHORTEST_CHOICE;

  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    longest = MAX (longest, g_utf8_strlen (_ (choice->label), -1));
  return (unsigned int) MIN (longest, LONGEST_CHOICE);
}

static unsigned int
get_width (const HearthField *field)
{
  if (field == NULL)
    return WORDS;
  switch (field->kind)
    {
    case HEARTH_FIELD_YES_NO:
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_TIME:
      return 8;
    case HEARTH_FIELD_DECIMAL:
    case HEARTH_FIELD_DATE:
    case HEARTH_FIELD_PARTIAL_DATE:
      return 12;
    case HEARTH_FIELD_CHOICE:
      return get_choice_width (field);
    case HEARTH_FIELD_COMPUTED:
      return field->section != NULL ? 16 : WORDS;
    case HEARTH_FIELD_DATE_TIME:
      return 16;
    case HEARTH_FIELD_TEXT:
      return field->max_length > 0 && field->max_length <= SHORT_TEXT ? SHORT_WIDTH : WORDS;
    case HEARTH_FIELD_LONG_TEXT:
    case HEARTH_FIELD_SEALED:
    case HEARTH_FIELD_MULTI_CHOICE:
    case HEARTH_FIELD_LINK:
    case HEARTH_FIELD_LINKS:
    case HEARTH_FIELD_ATTACHMENT:
    case HEARTH_FIELD_BODY_MAP:
    default:
      return WORDS;
    }
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Column *column)
{
  gtk_column_view_cell_set_child (cell,
                                  hearth_record_cell_new (dup_cell_words, column, get_width (column->field)));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Column *column)
{
  hearth_record_cell_set_record (HEARTH_RECORD_CELL (gtk_column_view_cell_get_child (cell)),
                                 gtk_column_view_cell_get_item (cell));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, Column *column)
{
  hearth_record_cell_set_record (HEARTH_RECORD_CELL (gtk_column_view_cell_get_child (cell)), NULL);
}

static Column *
column_new (HearthRecordColumns *self, const HearthField *field)
{
  Column *column = g_new0 (Column, 1);

  column->columns = self;
  column->field = field;
  g_ptr_array_add (self->all, column);
  return column;
}

/* @position: of the table's columns, the first is 0 */
static GtkColumnViewColumn *
insert (Column *column, guint position, const char *label)
{
  const HearthField *field = column->field;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), column);

  made = column->column = gtk_column_view_column_new (label, factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, get_width (field) == WORDS);
  if (hearth_record_columns_can_sort (field))
    {
      /* Never asked to compare: it only makes the head clickable. The model's owner sorts. */
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      gtk_column_view_column_set_sorter (made, sorter);
      gtk_column_view_column_set_id (made, field->name);
    }
  gtk_column_view_insert_column (column->columns->table, position, made);
  return made;
}

static guint
get_n_columns (HearthRecordColumns *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->table));
}

static void
add_field (HearthRecordColumns *self, const HearthField *field)
{
  insert (column_new (self, field), get_n_columns (self), _ (field->label));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  g_autofree char *title = hearth_record_dup_title (gtk_column_view_row_get_item (row));

  gtk_column_view_row_set_accessible_label (row, title);
}

static void
add_resident_column (HearthRecordColumns *self, HearthRecordWordsFunc words)
{
  const HearthField *resident = hearth_record_type_lookup_field (self->type, "resident");
  Column *column = column_new (self, NULL);

  column->words = words;
  column->user_data = self->user_data;
  self->resident_column = g_object_ref (insert (column, 0, _ (resident->label)));
  gtk_column_view_column_set_visible (self->resident_column, FALSE);
}

static void
fill_table (HearthRecordColumns *self, HearthRecordWordsFunc resident)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->table, rows);
  if (self->type->owner == HEARTH_OWNER_RESIDENT)
    add_resident_column (self, resident);
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->type->fields[i].list_column)
      add_field (self, &self->type->fields[i]);
  if (self->type->life_cycle != HEARTH_LIFE_EDITABLE)
    add_field (self, hearth_record_type_lookup_field (self->type, "state"));
}

HearthRecordColumns *
hearth_record_columns_new (GtkColumnView *table,
                           const HearthRecordType *type,
                           HearthRecordWordsFunc resident,
                           HearthLinkWordsFunc link,
                           gpointer user_data)
{
  HearthRecordColumns *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (table), NULL);
  g_return_val_if_fail (type != NULL, NULL);
  g_return_val_if_fail (resident != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);

  self = g_new0 (HearthRecordColumns, 1);
  self->table = table;
  self->type = type;
  self->link_func = link;
  self->user_data = user_data;
  self->all = g_ptr_array_new_with_free_func (g_free);
  self->today = g_strdup ("");
  fill_table (self, resident);
  return self;
}

void
hearth_record_columns_free (HearthRecordColumns *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->resident_column);
  g_ptr_array_unref (self->all);
  g_free (self->today);
  g_free (self);
}

void
hearth_record_columns_add (HearthRecordColumns *self,
                           const char *after,
                           const char *label,
                           HearthRecordWordsFunc words,
                           gpointer user_data)
{
  guint position = get_n_columns (self);
  Column *column;

  g_return_if_fail (self != NULL);
  g_return_if_fail (words != NULL);

  /* Columns stand in the order they were made in until the first is added here. */
  for (guint i = 0; i < self->all->len; i++)
    {
      const Column *other = g_ptr_array_index (self->all, i);

      if (other->field != NULL && g_str_equal (other->field->name, after))
        position = i + 1;
    }
  column = column_new (self, NULL);
  column->words = words;
  column->user_data = user_data;
  insert (column, position, label);
}

bool
hearth_record_columns_set_today (HearthRecordColumns *self, const char *today)
{
  g_return_val_if_fail (self != NULL, false);

  return g_set_str (&self->today, today);
}

void
hearth_record_columns_show_resident (HearthRecordColumns *self, bool shown)
{
  g_return_if_fail (self != NULL);

  if (self->resident_column != NULL)
    gtk_column_view_column_set_visible (self->resident_column, shown);
}

void
hearth_record_columns_set_sort (HearthRecordColumns *self, const char *field, bool descending)
{
  g_return_if_fail (self != NULL);

  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; field != NULL && i < self->all->len; i++)
    {
      Column *column = g_ptr_array_index (self->all, i);

      if (column->field != NULL && g_str_equal (column->field->name, field))
        gtk_column_view_sort_by_column (self->table, column->column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

bool
hearth_record_columns_can_sort (const HearthField *field)
{
  if (field == NULL || hearth_field_is_base (field) || hearth_field_is_long (field))
    return false;
  if (field->kind == HEARTH_FIELD_COMPUTED)
    return field->sort_by != NULL;
  return field->kind != HEARTH_FIELD_ATTACHMENT && field->kind != HEARTH_FIELD_MULTI_CHOICE &&
         field->kind != HEARTH_FIELD_LINKS;
}
