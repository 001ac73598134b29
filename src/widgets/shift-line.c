/* SPDX-License-Identifier: GPL-3.0-or-later
 * One resident in the shift grid: who it is, the entry as it is filled in, and how far it is saved.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/shift-line.h"

struct _HearthShiftLine {
  GObject parent_instance;

  /* Owned */
  HearthRecord *resident;
  HearthRecord *entry;
  char *note;
  char *alerts;
  char *state_words;

  const char *wordless;
  HearthShiftLineState state;
  bool dimmed;
  bool editable;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthShiftLine, hearth_shift_line, G_TYPE_OBJECT)

static void
emit_changed (HearthShiftLine *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hearth_shift_line_finalize (GObject *object)
{
  HearthShiftLine *self = HEARTH_SHIFT_LINE (object);

  g_clear_object (&self->resident);
  g_clear_object (&self->entry);
  g_free (self->note);
  g_free (self->alerts);
  g_free (self->state_words);

  G_OBJECT_CLASS (hearth_shift_line_parent_class)->finalize (object);
}

static void
hearth_shift_line_class_init (HearthShiftLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_shift_line_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearth_shift_line_init (HearthShiftLine *self)
{
  self->note = g_strdup ("");
  self->alerts = g_strdup ("");
  self->state_words = g_strdup ("");
}

HearthShiftLine *
hearth_shift_line_new (HearthRecord *resident, HearthRecord *entry)
{
  HearthShiftLine *self = g_object_new (HEARTH_TYPE_SHIFT_LINE, NULL);

  self->resident = g_object_ref (resident);
  self->entry = g_object_ref (entry);
  return self;
}

HearthRecord *
hearth_shift_line_get_resident (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return self->resident;
}

HearthRecord *
hearth_shift_line_get_entry (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return self->entry;
}

const char *
hearth_shift_line_get_name (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return hearth_record_get (self->resident, "name_used");
}

void
hearth_shift_line_set_note (HearthShiftLine *self, const char *note, bool dimmed)
{
  g_return_if_fail (HEARTH_IS_SHIFT_LINE (self));
  if (!g_set_str (&self->note, note) && self->dimmed == dimmed)
    return;
  self->dimmed = dimmed;
  emit_changed (self);
}

const char *
hearth_shift_line_get_note (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return self->note;
}

bool
hearth_shift_line_get_dimmed (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), false);
  return self->dimmed;
}

void
hearth_shift_line_set_alerts (HearthShiftLine *self, const char *words)
{
  g_return_if_fail (HEARTH_IS_SHIFT_LINE (self));
  if (g_set_str (&self->alerts, words))
    emit_changed (self);
}

const char *
hearth_shift_line_get_alerts (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return self->alerts;
}

void
hearth_shift_line_set_state (HearthShiftLine *self, HearthShiftLineState state, const char *words)
{
  g_return_if_fail (HEARTH_IS_SHIFT_LINE (self));
  if (!g_set_str (&self->state_words, words) && self->state == state)
    return;
  self->state = state;
  emit_changed (self);
}

HearthShiftLineState
hearth_shift_line_get_state (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), HEARTH_SHIFT_LINE_EMPTY);
  return self->state;
}

const char *
hearth_shift_line_get_state_words (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return self->state_words;
}

void
hearth_shift_line_set_editable (HearthShiftLine *self, bool editable)
{
  g_return_if_fail (HEARTH_IS_SHIFT_LINE (self));
  if (self->editable == editable)
    return;
  self->editable = editable;
  emit_changed (self);
}

bool
hearth_shift_line_get_editable (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), false);
  return self->editable;
}

void
hearth_shift_line_set_wordless (HearthShiftLine *self, const char *field)
{
  g_return_if_fail (HEARTH_IS_SHIFT_LINE (self));
  if (g_strcmp0 (self->wordless, field) == 0)
    return;
  self->wordless = field;
  emit_changed (self);
}

const char *
hearth_shift_line_get_wordless (HearthShiftLine *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_LINE (self), NULL);
  return self->wordless;
}
