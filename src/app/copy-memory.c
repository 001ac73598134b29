/* SPDX-License-Identifier: GPL-3.0-or-later
 * What this computer remembers about the copies of a house, from one sign-in to the next.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/copy-memory.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/store.h"

/* Of what can go wrong with a copy; the rest is "other". */
static const struct {
  HearthStoreError error;
  const char *code;
  const char *own;     /* N_(): the words where it was in the house's own folder */
  const char *outside; /* N_() */
} problems[] = {
  { HEARTH_STORE_ERROR_FULL, "full",
    N_ ("The disk of this computer is full, so no copy was made. Please make room on it."),
    N_ ("The stick or disk for copies is full, so no copy was made there. Make room on it, or use "
        "another.") },
  { HEARTH_STORE_ERROR_READ_ONLY, "read-only",
    N_ ("Nothing may be written into the house’s folder, so no copy was made."),
    N_ ("Nothing may be written onto the stick or disk for copies. Perhaps it has a switch against "
        "writing.") },
  { HEARTH_STORE_ERROR_CORRUPT, "damaged",
    N_ ("The last copy was not whole and is not relied on. Please ask somebody to check this computer’s "
        "disk."),
    N_ ("The last copy on the stick or disk was not whole and is not relied on. Please use another stick.") },
};

#define OTHER N_ ("The last copy was not made. It is tried again when the house is locked.")
#define OTHER_OUTSIDE \
  N_ ("The last copy on the stick or disk was not made. Perhaps it was pulled out before it was done.")
#define OUTSIDE_PREFIX "outside-"

char *
hearth_copy_recall (const char *key, const char *folder)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autoptr (GVariant) all = g_settings_get_value (settings, key);
  char *value = NULL;

  g_variant_lookup (all, folder, "s", &value);
  return value;
}

void
hearth_copy_remember (const char *key, const char *folder, const char *value)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autoptr (GVariant) all = g_settings_get_value (settings, key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &other_value))
    if (!g_str_equal (other, folder))
      g_variant_builder_add (&builder, "{ss}", other, other_value);
  if (value != NULL)
    g_variant_builder_add (&builder, "{ss}", folder, value);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

char *
hearth_copy_problem_new (const GError *error, gboolean outside)
{
  const char *code = "other";

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    if (g_error_matches (error, HEARTH_STORE_ERROR, (int) problems[i].error))
      code = problems[i].code;
  return g_strconcat (outside ? OUTSIDE_PREFIX : "", code, NULL);
}

const char *
hearth_copy_problem_describe (const char *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autofree char *outside = g_strconcat (OUTSIDE_PREFIX, problems[i].code, NULL);

      if (g_str_equal (problem, problems[i].code))
        return _ (problems[i].own);
      if (g_str_equal (problem, outside))
        return _ (problems[i].outside);
    }
  return g_str_has_prefix (problem, OUTSIDE_PREFIX) ? _ (OTHER_OUTSIDE) : _ (OTHER);
}
