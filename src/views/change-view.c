/* SPDX-License-Identifier: GPL-3.0-or-later
 * How one field changed from one version of a record to the next, in words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/change-view.h"

#include <glib/gi18n-lib.h>

#include "draw/text-diff.h"
#include "widgets/words.h"

/* Of a long text: what is shown before it is asked for. */
#define CONTEXT 60
#define LINES 6
#define LONG_TEXT 400

#define LEFT_TO_RIGHT "\342\200\216"
#define RIGHT_TO_LEFT "\342\200\217"
#define ISOLATE "\342\201\250"
#define THIN_SPACE "\342\200\211"
#define END_ISOLATE "\342\201\251"

struct _HearthChangeView {
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *value;
  GtkToggleButton *reveal_button;
  GtkToggleButton *more_button;

  /* Owned */
  HearthRecordVersion *version;

  const HearthField *field;
};

G_DEFINE_FINAL_TYPE (HearthChangeView, hearth_change_view, GTK_TYPE_WIDGET)

/* ---- Short values ---- */

/* In quotes, and kept from turning what is around it; what is not a value stands without. */
static char *
quote (HearthChangeView *self, HearthRecord *record)
{
  bool known;
  g_autofree char *words = hearth_record_version_dup_value (self->version, record, self->field, &known);
  g_autofree char *quoted = known ? hearth_words_quote (words) : g_strdup (words);

  return g_strconcat (ISOLATE, quoted, END_ISOLATE, NULL);
}

static void
show_short (HearthChangeView *self)
{
  HearthRecord *before = hearth_record_version_get_before (self->version);
  bool rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *new = quote (self, hearth_record_version_get_record (self->version));
  g_autofree char *old = NULL;
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  if (before == NULL)
    {
      gtk_label_set_label (self->value, new);
      return;
    }
  old = quote (self, before);
  /* The line runs as the page does, whatever the values are written in, so that the arrow points to the new one. */
  words = g_strconcat (rtl ? RIGHT_TO_LEFT : LEFT_TO_RIGHT, old, rtl ? " ← " : " → ", new, NULL);
  /* Translators: what a field said, and says now; read aloud instead of an arrow */
  spoken = g_strdup_printf (_ ("%s became %s"), old, new);
  gtk_label_set_label (self->value, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* ---- Long texts ---- */

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize from, gsize to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

/* A hair of room between what is gone and what came in its place, where neither brings any. */
static void
part_words (GString *text, const char *next)
{
  const char *last = text->len > 0 ? g_utf8_find_prev_char (text->str, text->str + text->len) : NULL;

  if (last != NULL && !g_unichar_isspace (g_utf8_get_char (last)) &&
      !g_unichar_isspace (g_utf8_get_char (next)))
    g_string_append (text, THIN_SPACE);
}

static void
show_parts (HearthChangeView *self, GPtrArray *parts)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HearthTextPart *part = g_ptr_array_index (parts, i);
      gsize from;

      if (i > 0 && part->change == HEARTH_TEXT_ADDED &&
          ((const HearthTextPart *) g_ptr_array_index (parts, i - 1))->change == HEARTH_TEXT_REMOVED)
        part_words (text, part->text);
      from = text->len;
      g_string_append (text, part->text);
      if (part->change == HEARTH_TEXT_REMOVED)
        {
          add_attribute (attributes, pango_attr_strikethrough_new (TRUE), from, text->len);
          /* Translators: read aloud where a text was changed; the words that are gone */
          g_string_append_printf (spoken, _ ("Taken out: “%s”. "), part->text);
        }
      else if (part->change == HEARTH_TEXT_ADDED)
        {
          add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), from, text->len);
          /* Translators: read aloud where a text was changed; the words that are new */
          g_string_append_printf (spoken, _ ("Came in: “%s”. "), part->text);
        }
    }
  gtk_label_set_attributes (self->value, attributes);
  gtk_label_set_label (self->value, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str,
                                  -1);
}

/* A text that was empty before, or is now, is no change of words. */
static bool
has_words_in_common (HearthChangeView *self)
{
  HearthRecord *before = hearth_record_version_get_before (self->version);
  HearthRecord *record = hearth_record_version_get_record (self->version);

  return before != NULL && hearth_record_has (before, self->field->name) &&
         hearth_record_has (record, self->field->name);
}

static bool
show_difference (HearthChangeView *self, bool whole)
{
  HearthRecord *before = hearth_record_version_get_before (self->version);
  HearthRecord *record = hearth_record_version_get_record (self->version);
  g_autoptr (GPtrArray) parts = hearth_text_diff (hearth_record_get (before, self->field->name),
                                                  hearth_record_get (record, self->field->name));
  bool shortened = !whole && hearth_text_diff_shorten (parts, CONTEXT);

  show_parts (self, parts);
  return shortened;
}

/* What changed is never cut off without a button that shows it. */
static void
show_long (HearthChangeView *self)
{
  bool whole = gtk_toggle_button_get_active (self->more_button);
  bool shortened = false, folded;

  if (has_words_in_common (self))
    shortened = show_difference (self, whole);
  else
    show_short (self);
  folded = !whole && g_utf8_strlen (gtk_label_get_text (self->value), -1) > LONG_TEXT;
  gtk_label_set_lines (self->value, folded ? LINES : -1);
  gtk_label_set_ellipsize (self->value, folded ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_button_set_label (GTK_BUTTON (self->more_button), whole ? _ ("Show less") : _ ("Show the whole text"));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), whole || shortened || folded);
}

/* ---- Showing ---- */

static void
show (HearthChangeView *self)
{
  bool folded = gtk_widget_get_visible (GTK_WIDGET (self->reveal_button)) &&
                !gtk_toggle_button_get_active (self->reveal_button);

  gtk_widget_set_visible (GTK_WIDGET (self->value), !folded);
  gtk_button_set_label (GTK_BUTTON (self->reveal_button), hearth_words_reveal (!folded));
  if (folded)
    gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
  else if (self->field->kind == HEARTH_FIELD_SEALED)
    gtk_label_set_label (self->value, _ ("Changed. Of sealed text no earlier version is kept."));
  else if (hearth_field_is_long (self->field))
    show_long (self);
  else
    show_short (self);
}

/* ---- Callbacks ---- */

static void
toggled_cb (HearthChangeView *self)
{
  show (self);
}

/* ---- Overrides ---- */

static void
hearth_change_view_dispose (GObject *object)
{
  HearthChangeView *self = HEARTH_CHANGE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_CHANGE_VIEW);
  g_clear_object (&self->version);

  G_OBJECT_CLASS (hearth_change_view_parent_class)->dispose (object);
}

static void
hearth_change_view_class_init (HearthChangeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_change_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/change-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthChangeView, more_button);
  gtk_widget_class_bind_template_child (widget_class, HearthChangeView, name);
  gtk_widget_class_bind_template_child (widget_class, HearthChangeView, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, HearthChangeView, value);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hearth_change_view_init (HearthChangeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

GtkWidget *
hearth_change_view_new (HearthRecordVersion *version, const HearthField *field)
{
  HearthChangeView *self = g_object_new (HEARTH_TYPE_CHANGE_VIEW, "name", field->name, NULL);

  self->version = g_object_ref (version);
  self->field = field;
  gtk_label_set_label (self->name, _ (field->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button),
                          field->sensitive && field->kind != HEARTH_FIELD_SEALED);
  show (self);
  return GTK_WIDGET (self);
}
