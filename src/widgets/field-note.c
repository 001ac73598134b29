/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line below a field: what is wrong, how the text was understood, or what to write there.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/field-note.h"

struct _HearthFieldNote {
  GtkWidget parent_instance;

  /* template */
  GtkLabel *label;
  GtkImage *image;

  /* owned */
  char *problem;
  char *remark;
  char *reading;
  char *hint;
};

G_DEFINE_FINAL_TYPE (HearthFieldNote, hearth_field_note, GTK_TYPE_WIDGET)

static bool
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
show (HearthFieldNote *self)
{
  bool wrong = is_set (self->problem);
  const char *text = wrong                    ? self->problem
                     : is_set (self->remark)  ? self->remark
                     : is_set (self->reading) ? self->reading
                     : is_set (self->hint)    ? self->hint
                                              : "";

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->image), wrong);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (text == self->hint)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dimmed");
}

static void
hearth_field_note_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_FIELD_NOTE);
  G_OBJECT_CLASS (hearth_field_note_parent_class)->dispose (object);
}

static void
hearth_field_note_finalize (GObject *object)
{
  HearthFieldNote *self = HEARTH_FIELD_NOTE (object);

  g_free (self->problem);
  g_free (self->remark);
  g_free (self->reading);
  g_free (self->hint);
  G_OBJECT_CLASS (hearth_field_note_parent_class)->finalize (object);
}

static void
hearth_field_note_class_init (HearthFieldNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_field_note_dispose;
  object_class->finalize = hearth_field_note_finalize;

  gtk_widget_class_set_css_name (widget_class, "fieldnote");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/field-note.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthFieldNote, label);
  gtk_widget_class_bind_template_child (widget_class, HearthFieldNote, image);
}

static void
hearth_field_note_init (HearthFieldNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HearthFieldNote *
hearth_field_note_new (const char *hint)
{
  HearthFieldNote *self = g_object_new (HEARTH_TYPE_FIELD_NOTE, NULL);

  self->hint = g_strdup (hint);
  show (self);
  return self;
}

void
hearth_field_note_set_problem (HearthFieldNote *self, const char *problem)
{
  g_return_if_fail (HEARTH_IS_FIELD_NOTE (self));

  if (g_set_str (&self->problem, problem))
    show (self);
}

void
hearth_field_note_set_remark (HearthFieldNote *self, const char *remark)
{
  g_return_if_fail (HEARTH_IS_FIELD_NOTE (self));

  if (g_set_str (&self->remark, remark))
    show (self);
}

void
hearth_field_note_set_reading (HearthFieldNote *self, const char *reading)
{
  g_return_if_fail (HEARTH_IS_FIELD_NOTE (self));

  if (g_set_str (&self->reading, reading))
    show (self);
}

const char *
hearth_field_note_get_problem (HearthFieldNote *self)
{
  g_return_val_if_fail (HEARTH_IS_FIELD_NOTE (self), "");

  return self->problem != NULL ? self->problem : "";
}
