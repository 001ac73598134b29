/* SPDX-License-Identifier: GPL-3.0-or-later
 * The languages that this computer can write reports in.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/languages.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "draw/text.h"

/* Names that people find by reading their own language, and that are therefore not translated. */
static const struct {
  const char *tag;
  const char *name;
} languages[] = {
  { "ar", "العربية" },    { "bn", "বাংলা" },     { "de", "Deutsch" },    { "en", "English" },
  { "es", "Español" },    { "fil", "Filipino" }, { "fr", "Français" },   { "hi", "हिन्दी" },
  { "id", "Indonesia" },  { "it", "Italiano" },  { "km", "ខ្មែរ" },       { "lo", "ລາວ" },
  { "ms", "Melayu" },     { "my", "မြန်မာ" },     { "ne", "नेपाली" },      { "nl", "Nederlands" },
  { "pl", "Polski" },     { "pt", "Português" }, { "ro", "Română" },     { "ru", "Русский" },
  { "si", "සිංහල" },       { "sq", "Shqip" },     { "sw", "Kiswahili" },  { "ta", "தமிழ்" },
  { "th", "ไทย" },        { "tr", "Türkçe" },    { "uk", "Українська" }, { "ur", "اردو" },
  { "vi", "Tiếng Việt" }, { "zh", "中文" },
};

/* Dates and numbers come from the system's locale. */
static bool
has_locale (const char *tag)
{
  g_autofree char *name = hearth_language_dup_locale (tag);
  locale_t locale = newlocale (LC_ALL_MASK, name, (locale_t) 0);

  if (locale == (locale_t) 0)
    return false;
  freelocale (locale);
  return true;
}

GListModel *
hearth_languages_list (const char *chosen, GStrv *tags)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  bool has_chosen = *chosen == '\0';

  gtk_string_list_append (names, _ ("As the desktop"));
  g_strv_builder_add (found, "");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      bool is_chosen = g_str_equal (languages[i].tag, chosen);

      has_chosen |= is_chosen;
      if (!is_chosen && !has_locale (languages[i].tag))
        continue;
      gtk_string_list_append (names, languages[i].name);
      g_strv_builder_add (found, languages[i].tag);
    }
  if (!has_chosen)
    {
      gtk_string_list_append (names, chosen);
      g_strv_builder_add (found, chosen);
    }
  *tags = g_strv_builder_end (found);
  return G_LIST_MODEL (names);
}
