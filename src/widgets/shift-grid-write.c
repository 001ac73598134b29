/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the shift grid writes into the entries: choices, words, and taking them away again.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"
#include "records/problem-text.h"
#include "widgets/shift-grid-private.h"
#include "widgets/shift-words.h"
#include "widgets/words.h"

#define N_YES_NO 2
/* Where words about a choice go that wants none by itself. */
#define NOTES "notes"

/* ---- Options ---- */

guint
hearth_shift_count_options (const HearthField *field)
{
  guint n = 0;

  if (field == NULL)
    return 0;
  if (field->kind == HEARTH_FIELD_YES_NO)
    return N_YES_NO;
  while (field->kind == HEARTH_FIELD_CHOICE && field->choices[n].code != NULL)
    n++;
  return n;
}

const char *
hearth_shift_get_option (const HearthField *field, guint n, const char **word)
{
  *word = NULL;
  if (n < 1 || n > hearth_shift_count_options (field))
    return "";
  if (field->kind == HEARTH_FIELD_YES_NO)
    {
      *word = hearth_words_yes_no (n == 1);
      return n == 1 ? "yes" : "no";
    }
  *word = hearth_shift_get_word (field, &field->choices[n - 1]);
  return field->choices[n - 1].code;
}

/* ---- Helpers ---- */

static HearthRecord *
get_entry (HearthShiftGrid *self, int row)
{
  return hearth_shift_line_get_entry (hearth_shift_row_get_line (hearth_shift_grid_get_row (self, row)));
}

static bool
may_write (HearthShiftGrid *self, int row)
{
  HearthShiftLine *line = hearth_shift_row_get_line (hearth_shift_grid_get_row (self, row));

  if (hearth_shift_line_get_editable (line))
    return true;
  gtk_widget_error_bell (GTK_WIDGET (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), hearth_shift_line_get_state_words (line),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return false;
}

/* The column of the text that wants words about what was chosen in @entry, and has none; -1 where none does. */
static int
find_wanted_column (HearthShiftGrid *self, HearthRecord *entry)
{
  const char *item = self->wordless != NULL ? self->wordless (entry) : NULL;

  if (item == NULL)
    return -1;
  return hearth_shift_grid_find_column (self, self->words (item, hearth_record_get (entry, item)));
}

static void
show_wanted (HearthShiftGrid *self, int row)
{
  const HearthField *field =
    hearth_shift_grid_get_column_field (self, find_wanted_column (self, get_entry (self, row)));

  hearth_shift_line_set_wordless (hearth_shift_row_get_line (hearth_shift_grid_get_row (self, row)),
                                  field != NULL ? field->name : NULL);
}

static void
write_value (HearthShiftGrid *self, int row, const HearthField *field, const char *value)
{
  HearthRecord *entry = get_entry (self, row);
  HearthShiftLine *line = hearth_shift_row_get_line (hearth_shift_grid_get_row (self, row));

  if (g_str_equal (hearth_record_get (entry, field->name), value))
    return;
  hearth_record_set (entry, field->name, value);
  show_wanted (self, row);
  g_signal_emit_by_name (self, "edited", line);
}

/* ---- Moving on ---- */

void
hearth_shift_grid_go_on (HearthShiftGrid *self)
{
  if (self->column + 1 < (int) self->columns.n_fields)
    hearth_shift_grid_go_to (self, self->row, self->column + 1);
  else if (self->row + 1 < (int) self->rows->len)
    hearth_shift_grid_go_to (self, self->row + 1, 0);
}

/* A choice that nothing was chosen for, or words that are wanted. */
static bool
is_open (HearthShiftGrid *self, int row, int column)
{
  HearthShiftLine *line = hearth_shift_row_get_line (hearth_shift_grid_get_row (self, row));
  const HearthField *field = self->columns.fields[column];

  if (!hearth_shift_line_get_editable (line))
    return false;
  if (hearth_shift_count_options (field) == 0)
    return g_strcmp0 (hearth_shift_line_get_wordless (line), field->name) == 0;
  /* Who is not there has not eaten or slept here either. */
  if (hearth_shift_line_get_dimmed (line))
    return false;
  return !hearth_record_has (hearth_shift_line_get_entry (line), field->name);
}

bool
hearth_shift_grid_go_to_open (HearthShiftGrid *self, bool back)
{
  int n = (int) self->columns.n_fields, n_cells = n * (int) self->rows->len;
  int here = self->row * n + self->column;

  /* Back leads out of the grid; on, only when nothing in it is open any more. */
  for (int i = 1; i <= (back ? here : n_cells); i++)
    {
      int cell = back ? here - i : (here + i) % n_cells;

      if (is_open (self, cell / n, cell % n))
        {
          hearth_shift_grid_go_to (self, cell / n, cell % n);
          return true;
        }
    }
  return false;
}

int
hearth_shift_grid_find_open (HearthShiftGrid *self, int row)
{
  for (int i = 0; row < (int) self->rows->len && i < (int) self->columns.n_fields; i++)
    if (is_open (self, row, i))
      return i;
  return 0;
}

void
hearth_shift_grid_move_on (HearthShiftGrid *self)
{
  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  if (self->row + 1 < (int) self->rows->len)
    hearth_shift_grid_go_to (self, self->row + 1, hearth_shift_grid_find_open (self, self->row + 1));
}

/* ---- Choices ---- */

/* Opens the words about what was chosen, and says what they are to be about. */
static void
ask_why (HearthShiftGrid *self, int column, const HearthField *field, int go_on_at)
{
  HearthShiftLine *line = hearth_shift_row_get_line (hearth_shift_grid_get_row (self, self->row));
  g_autofree char *value = hearth_record_format (hearth_shift_line_get_entry (line), field, "");

  hearth_shift_grid_open_editor (self, column, NULL, go_on_at);
  hearth_shift_editor_ask_why (self->editor, hearth_shift_line_get_name (line), field, value);
}

bool
hearth_shift_grid_choose (HearthShiftGrid *self, guint n)
{
  const HearthField *field = hearth_shift_grid_get_field (self);
  const char *word, *code = hearth_shift_get_option (field, n, &word);
  int wanted;

  if (self->rows->len == 0 || *code == '\0' || !may_write (self, self->row))
    return false;
  write_value (self, self->row, field, code);
  wanted = find_wanted_column (self, get_entry (self, self->row));
  if (wanted >= 0 && self->words (field->name, code) != NULL)
    ask_why (self, wanted, field, self->column + 1);
  else
    hearth_shift_grid_go_on (self);
  return true;
}

/* Several words may begin with it: each time the next of them. */
bool
hearth_shift_grid_choose_by_letter (HearthShiftGrid *self, gunichar letter)
{
  const HearthField *field = hearth_shift_grid_get_field (self);
  guint n = hearth_shift_count_options (field);

  for (guint i = 1; i <= n; i++)
    {
      const char *word;

      hearth_shift_get_option (field, i, &word);
      if (g_unichar_tolower (g_utf8_get_char (word)) == g_unichar_tolower (letter))
        return hearth_shift_grid_choose (self, i);
    }
  return false;
}

void
hearth_shift_grid_clear (HearthShiftGrid *self)
{
  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  if (self->rows->len > 0 && may_write (self, self->row))
    write_value (self, self->row, hearth_shift_grid_get_field (self), "");
}

void
hearth_shift_grid_ask_usual (HearthShiftGrid *self)
{
  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  if (self->rows->len > 0 && may_write (self, self->row))
    {
      g_signal_emit_by_name (self, "usual", hearth_shift_grid_get_line (self));
      show_wanted (self, self->row);
    }
}

/* ---- Words ---- */

static void
typing_cb (HearthShiftGrid *self)
{
  g_signal_emit_by_name (self, "typing",
                         hearth_shift_row_get_line (hearth_shift_grid_get_row (self, self->editor_row)));
}

static void
done_cb (HearthShiftGrid *self)
{
  int row = self->editor_row, column = self->editor_column, next = self->go_on_at;

  if (!hearth_shift_grid_take_typed (self))
    return;
  hearth_shift_grid_close_editor (self);
  if (next >= 0)
    hearth_shift_grid_go_to (self, row, next);
  else
    {
      hearth_shift_grid_go_to (self, row, column);
      hearth_shift_grid_go_on (self);
    }
}

static void
left_cb (HearthShiftGrid *self)
{
  int row = self->editor_row, column = self->editor_column, next = self->go_on_at;
  HearthShiftLine *line = hearth_shift_row_get_line (hearth_shift_grid_get_row (self, row));

  hearth_shift_grid_close_editor (self);
  /* Nothing is typed any more. */
  g_signal_emit_by_name (self, "typing", line);
  hearth_shift_grid_go_to (self, row, next >= 0 ? next : column);
}

/* Whoever clicks elsewhere is done too. */
static void
editor_left_cb (HearthShiftGrid *self)
{
  if (self->editor != NULL && hearth_shift_grid_take_typed (self))
    hearth_shift_grid_close_editor (self);
}

void
hearth_shift_grid_open_editor (HearthShiftGrid *self, int column, const char *extra, int go_on_at)
{
  HearthShiftLine *line = hearth_shift_grid_get_line (self);
  const HearthField *field = hearth_shift_grid_get_column_field (self, column);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = NULL;

  hearth_shift_grid_close_editor (self);
  text = g_strconcat (hearth_record_get (hearth_shift_line_get_entry (line), field->name), extra, NULL);
  hearth_shift_grid_go_to (self, self->row, column);
  self->editor = hearth_shift_editor_new (field, hearth_shift_line_get_name (line), text);
  self->editor_row = self->row;
  self->editor_column = column;
  self->go_on_at = go_on_at;
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (typing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  g_signal_connect_object (focus, "leave", G_CALLBACK (editor_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), focus);
  if (extra != NULL)
    typing_cb (self);
}

void
hearth_shift_grid_close_editor (HearthShiftGrid *self)
{
  HearthShiftEditor *editor = g_steal_pointer (&self->editor);

  if (editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_widget_unparent (GTK_WIDGET (editor));
}

void
hearth_shift_grid_open_words (HearthShiftGrid *self)
{
  const HearthField *field = hearth_shift_grid_get_field (self);
  int column = self->column;

  g_return_if_fail (HEARTH_IS_SHIFT_GRID (self));
  if (field == NULL || self->rows->len == 0 || !may_write (self, self->row))
    return;
  if (hearth_shift_count_options (field) > 0)
    {
      HearthRecord *entry = get_entry (self, self->row);
      const char *words =
        self->words != NULL ? self->words (field->name, hearth_record_get (entry, field->name)) : NULL;

      column = hearth_shift_grid_find_column (self, words != NULL ? words : NOTES);
    }
  if (column >= 0)
    hearth_shift_grid_open_editor (self, column, NULL, column == self->column ? -1 : self->column);
}

bool
hearth_shift_grid_take_typed (HearthShiftGrid *self)
{
  const HearthField *field;
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;
  HearthProblemCode code;

  g_return_val_if_fail (HEARTH_IS_SHIFT_GRID (self), false);
  if (self->editor == NULL)
    return true;
  field = hearth_shift_editor_get_field (self->editor);
  typed = hearth_shift_editor_dup_text (self->editor);
  code = hearth_value_parse (field, typed, "", &value);
  if (code != HEARTH_PROBLEM_NONE)
    {
      g_autoptr (HearthProblem) problem = hearth_problem_new (code, field->name, NULL);
      g_autofree char *sentence = hearth_problem_to_sentence (self->type, problem);

      hearth_shift_editor_tell (self->editor, sentence);
      return false;
    }
  write_value (self, self->editor_row, field, value);
  return true;
}

char *
hearth_shift_grid_dup_typed (HearthShiftGrid *self, HearthShiftLine **line, const HearthField **field)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_GRID (self), NULL);
  if (self->editor == NULL)
    return NULL;
  *line = hearth_shift_row_get_line (hearth_shift_grid_get_row (self, self->editor_row));
  *field = hearth_shift_editor_get_field (self->editor);
  return hearth_shift_editor_dup_text (self->editor);
}
