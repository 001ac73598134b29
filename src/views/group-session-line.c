/* SPDX-License-Identifier: GPL-3.0-or-later
 * One resident in a group session: how they took part, and a line for their own file.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/group-session-line.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

/* Names of a usual length stand in one column. */
#define NAME_CHARACTERS 14
#define LINE_CHARACTERS 26
#define PART_WITH_WORDS "attended"

struct _HearthGroupSessionLine {
  AdwPreferencesRow parent_instance;

  /* Borrowed */
  AdwToggleGroup *parts;
  GtkEditable *words;
  GtkWidget *saved_mark;
  bool quiet; /* what changes is not typed */
  bool is_away;

  /* Owned */
  HearthRecord *attendance;
};

enum { SIGNAL_EDITED, SIGNAL_LEFT, SIGNAL_GO, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthGroupSessionLine, hearth_group_session_line, ADW_TYPE_PREFERENCES_ROW)

static const HearthChoice *
get_parts (void)
{
  return hearth_record_type_lookup_field (&hearth_group_attendance_type, "part")->choices;
}

static const char *
get_part (HearthGroupSessionLine *self)
{
  const char *name = adw_toggle_group_get_active_name (self->parts);

  return name != NULL ? name : "";
}

static void
edited (HearthGroupSessionLine *self)
{
  if (self->quiet)
    return;
  gtk_widget_set_visible (self->saved_mark, FALSE);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* ---- Callbacks ---- */

static void
part_chosen_cb (HearthGroupSessionLine *self)
{
  edited (self);
}

static void
words_changed_cb (HearthGroupSessionLine *self)
{
  if (!self->quiet && *get_part (self) == '\0' && *gtk_editable_get_text (self->words) != '\0')
    adw_toggle_group_set_active_name (self->parts, PART_WITH_WORDS);
  edited (self);
}

static void
entry_activated_cb (HearthGroupSessionLine *self)
{
  g_signal_emit (self, signals[SIGNAL_GO], 0, 1, FALSE);
}

static void
focus_left_cb (HearthGroupSessionLine *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static bool
is_in_words (HearthGroupSessionLine *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->words));
}

static bool
choose_nth (HearthGroupSessionLine *self, guint keyval)
{
  guint first = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? GDK_KEY_KP_1 : GDK_KEY_1;

  if (keyval < first || keyval - first >= adw_toggle_group_get_n_toggles (self->parts))
    return false;
  adw_toggle_group_set_active (self->parts, keyval - first);
  return true;
}

static gboolean
key_pressed_cb (HearthGroupSessionLine *self, guint keyval, guint keycode, GdkModifierType state)
{
  bool in_words = is_in_words (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    {
      g_signal_emit (self, signals[SIGNAL_GO], 0, keyval == GDK_KEY_Down ? 1 : -1, in_words);
      return GDK_EVENT_STOP;
    }
  return !in_words && choose_nth (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* ---- Making ---- */

/* The words of the table, short enough to stand beside each other. */
static const char *
get_short_label (const HearthChoice *choice)
{
  static const struct {
    const char *code, *label;
  } labels[] = {
    { "attended", N_ ("There") },
    { "part", N_ ("In part") },
    { "declined", N_ ("Declined") },
    { "absent", N_ ("Away") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].code, choice->code))
      return _ (labels[i].label);
  return _ (choice->label);
}

static GtkWidget *
make_parts (HearthGroupSessionLine *self, const char *name)
{
  /* Translators: a group of answers; %s is a resident */
  g_autofree char *label = g_strdup_printf (_ ("How %s took part"), name);

  self->parts = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (const HearthChoice *part = get_parts (); part->code != NULL; part++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, part->code);
      adw_toggle_set_use_underline (toggle, FALSE);
      adw_toggle_set_label (toggle, get_short_label (part));
      adw_toggle_set_tooltip (toggle, _ (part->label));
      adw_toggle_group_add (self->parts, toggle);
    }
  adw_toggle_group_set_active (self->parts, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->parts, "notify::active", G_CALLBACK (part_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->parts);
}

static GtkWidget *
make_words (HearthGroupSessionLine *self, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_group_attendance_type, "line");
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: an entry; %s is a resident */
  g_autofree char *label = g_strdup_printf (_ ("A line for the file of %s"), name);

  self->words = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ (field->label));
  gtk_entry_set_max_length (GTK_ENTRY (entry), (int) field->max_length);
  gtk_editable_set_width_chars (self->words, LINE_CHARACTERS);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_name (HearthGroupSessionLine *self, const char *name, const char *where)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = make_label (name, NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARACTERS);
  gtk_widget_set_tooltip_text (label, name);
  gtk_box_append (GTK_BOX (words), label);
  if (*where != '\0')
    gtk_box_append (GTK_BOX (words), make_label (where, "caption"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->saved_mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_tooltip_text (self->saved_mark, _ ("Saved"));
  gtk_widget_add_css_class (self->saved_mark, "success");
  gtk_widget_set_visible (self->saved_mark, FALSE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->saved_mark);
  return box;
}

static void
watch (HearthGroupSessionLine *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
make_content (HearthGroupSessionLine *self, const char *name, const char *where)
{
  GtkWidget *content = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (content), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (content), 6);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (content), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (content), TRUE);
  gtk_widget_set_margin_top (content, 9);
  gtk_widget_set_margin_bottom (content, 9);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  adw_wrap_box_append (ADW_WRAP_BOX (content), make_name (self, name, where));
  adw_wrap_box_append (ADW_WRAP_BOX (content), make_parts (self, name));
  adw_wrap_box_append (ADW_WRAP_BOX (content), make_words (self, name));
  return content;
}

/* ---- Overrides ---- */

static void
hearth_group_session_line_dispose (GObject *object)
{
  HearthGroupSessionLine *self = HEARTH_GROUP_SESSION_LINE (object);

  g_clear_object (&self->attendance);
  G_OBJECT_CLASS (hearth_group_session_line_parent_class)->dispose (object);
}

static void
hearth_group_session_line_class_init (HearthGroupSessionLineClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_group_session_line_dispose;
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GO] = g_signal_new ("go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                     G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
hearth_group_session_line_init (HearthGroupSessionLine *self)
{
}

/* ---- Public ---- */

GtkWidget *
hearth_group_session_line_new (HearthRecord *attendance, const char *name, const char *where)
{
  HearthGroupSessionLine *self = g_object_new (HEARTH_TYPE_GROUP_SESSION_LINE, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  self->is_away = *where != '\0';
  self->quiet = true;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), make_content (self, name, where));
  watch (self);
  hearth_group_session_line_set_attendance (self, attendance);
  return GTK_WIDGET (self);
}

HearthRecord *
hearth_group_session_line_get_attendance (HearthGroupSessionLine *self)
{
  g_return_val_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self), NULL);

  return self->attendance;
}

void
hearth_group_session_line_set_attendance (HearthGroupSessionLine *self, HearthRecord *attendance)
{
  const char *part = hearth_record_get (attendance, "part");

  g_return_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self));

  g_set_object (&self->attendance, attendance);
  self->quiet = true;
  if (*part == '\0')
    adw_toggle_group_set_active (self->parts, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (self->parts, part);
  /* The cursor stays where it is in words that are the same. */
  if (!g_str_equal (gtk_editable_get_text (self->words), hearth_record_get (attendance, "line")))
    gtk_editable_set_text (self->words, hearth_record_get (attendance, "line"));
  self->quiet = false;
  gtk_widget_set_visible (self->saved_mark, hearth_record_get_revision (attendance) > 0);
}

HearthRecord *
hearth_group_session_line_dup_typed (HearthGroupSessionLine *self)
{
  HearthRecord *typed;
  g_autofree char *words = NULL;

  g_return_val_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self), NULL);

  typed = hearth_record_copy (self->attendance);
  words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));
  hearth_record_set (typed, "part", get_part (self));
  hearth_record_set (typed, "line", words);
  return typed;
}

bool
hearth_group_session_line_is_changed (HearthGroupSessionLine *self)
{
  g_autoptr (HearthRecord) typed = hearth_group_session_line_dup_typed (self);

  return !hearth_record_equal (typed, self->attendance);
}

bool
hearth_group_session_line_is_open (HearthGroupSessionLine *self)
{
  g_return_val_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self), false);

  return *get_part (self) == '\0';
}

void
hearth_group_session_line_choose (HearthGroupSessionLine *self, const char *part)
{
  g_return_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self));

  adw_toggle_group_set_active_name (self->parts, part);
}

void
hearth_group_session_line_choose_likely (HearthGroupSessionLine *self)
{
  g_return_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self));

  hearth_group_session_line_choose (self, self->is_away ? "absent" : "attended");
}

void
hearth_group_session_line_focus (HearthGroupSessionLine *self, bool words)
{
  g_return_if_fail (HEARTH_IS_GROUP_SESSION_LINE (self));

  if (words)
    gtk_widget_grab_focus (GTK_WIDGET (self->words));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->parts), GTK_DIR_TAB_FORWARD);
}
