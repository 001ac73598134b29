/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whose names a report tells: the resident's own, or the one that stands in for them, and of nobody else.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/builder.h"

#include "draw/text.h"
#include "records/types.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>

/* Shorter parts of a name are particles, and words of any text. */
#define SHORTEST_PART 3

/* Invisible: see hearth_builder_join (). */
#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define ISOLATE_BEGIN "\342\201\250"
#define ISOLATE_END "\342\201\251"

/* Takes each name of @record to be called @instead; NULL: they stay. @parts: also what each name is made of, as a
 * report that must not tell a name must not tell half of it. */
static void
add_names (HearthRedaction *redaction, HearthRecord *record, const char *instead, bool parts)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      g_auto (GStrv) names = NULL;

      if (!type->fields[i].names_person)
        continue;
      /* "Other names" holds several. */
      names = g_strsplit_set (hearth_record_get (record, type->fields[i].name), ",;/\n", -1);
      for (char **name = names; *name; name++)
        {
          g_auto (GStrv) words = g_strsplit_set (*name, " \t", -1);

          if (instead)
            hearth_redaction_add_name (redaction, *name, instead);
          else
            hearth_redaction_keep_name (redaction, *name);
          for (char **word = words; parts && *word; word++)
            {
              if (g_utf8_strlen (*word, -1) >= SHORTEST_PART && !g_unichar_islower (g_utf8_get_char (*word)))
                hearth_redaction_add_name (redaction, *word, instead);
            }
        }
    }
}

/* A paper of the house about several residents, for staff who speak with them. */
static bool
tells_names_of_all (HearthBuilder *builder)
{
  return !builder->resident && builder->kind->tells_name;
}

/* The name used stays; every other name is not for the wall, and gives way to it. */
static void
add_other_names (HearthRedaction *redaction, HearthRecord *record, const char *used)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  hearth_redaction_keep_name (redaction, used);
  for (unsigned int i = 0; *used && i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      g_auto (GStrv) names = NULL;

      if (!field->names_person || g_str_equal (field->name, "name_used"))
        continue;
      names = g_strsplit_set (hearth_record_get (record, field->name), ",;/\n", -1);
      for (char **name = names; *name; name++)
        hearth_redaction_add_name (redaction, *name, used);
    }
}

static bool
may_know_of (HearthBuilder *builder, HearthRecord *resident)
{
  return hearth_policy_may_read (hearth_store_get_policy (builder->store), &hearth_resident_type, NULL,
                                 hearth_record_get_id (resident));
}

/* @record: about @resident, or that itself. */
static void
add_names_about (HearthBuilder *builder,
                 HearthRedaction *redaction,
                 HearthRecord *record,
                 HearthRecord *resident)
{
  const char *code = hearth_record_get (resident, "code");

  /* Neither are they told whose file they are kept out of. */
  if (!may_know_of (builder, resident))
    add_names (redaction, record, _ ("another resident"), false);
  else if (tells_names_of_all (builder))
    add_other_names (redaction, record, hearth_record_get (resident, "name_used"));
  else if (!builder->resident ||
           !g_str_equal (hearth_record_get_id (resident), hearth_record_get_id (builder->resident)))
    add_names (redaction, record, *code ? code : _ ("another resident"), false);
  else
    add_names (redaction, record, builder->pseudonym, builder->pseudonym != NULL);
}

/* Names are taken out of a text whether or not who prints it may look them up: a legal name is on more lips than screens. */
bool
hearth_builder_find_names (HearthBuilder *builder, HearthRedaction *redaction, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) residents =
    hearth_store_read_unasked (builder->store, &hearth_resident_type, NULL, NULL, error);
  g_autoptr (GPtrArray) papers = NULL;

  if (!residents || !(papers = hearth_store_read_unasked (builder->store, &hearth_identity_document_type,
                                                          NULL, NULL, error)))
    return false;
  for (unsigned int i = 0; i < residents->len; i++)
    {
      HearthRecord *resident = residents->pdata[i];

      g_hash_table_insert (by_id, (gpointer) hearth_record_get_id (resident), resident);
      add_names_about (builder, redaction, resident, resident);
    }
  for (unsigned int i = 0; i < papers->len; i++)
    {
      HearthRecord *paper = papers->pdata[i];
      HearthRecord *resident = g_hash_table_lookup (by_id, hearth_record_get (paper, "resident"));

      if (resident)
        add_names_about (builder, redaction, paper, resident);
    }
  /* What stands there instead of a name may hold a part of it. */
  if (builder->pseudonym)
    hearth_redaction_keep_name (redaction, builder->pseudonym);
  return true;
}

char *
hearth_builder_dup_person (HearthBuilder *builder, const char *id)
{
  g_autoptr (HearthRecord) resident = *id ? hearth_store_load (builder->store, id, NULL) : NULL;
  bool own = builder->resident && g_str_equal (hearth_record_get_id (builder->resident), id);
  g_autofree char *number = NULL, *words = NULL;
  const char *code, *name;

  if (!resident || hearth_record_get_record_type (resident) != &hearth_resident_type)
    return g_strdup ("");
  code = hearth_record_get (resident, "code");
  name = hearth_record_get (resident, own && builder->pseudonym ? "pseudonym" : "name_used");
  if (*name == '\0' || !(own || tells_names_of_all (builder)))
    return g_strdup (*code ? code : _ ("another resident"));
  number = g_strdup_printf ("(%s)", code);
  words = hearth_builder_join (builder, " ", name, number, NULL);
  /* A name that runs the other way must not take the number, and what follows, to its other side. */
  if (hearth_text_find_direction (words, -1) == HEARTH_DIRECTION_RTL &&
      !hearth_language_is_rtl (builder->document->language))
    return g_strdup_printf (LEFT_TO_RIGHT_MARK ISOLATE_BEGIN "%s" ISOLATE_END " %s", name, number);
  return g_steal_pointer (&words);
}

/* "Dao · ดาว" */
static char *
format_name (HearthBuilder *builder, HearthBlock *block)
{
  g_autofree char *used = hearth_builder_quote_field (builder, block, builder->resident, "name_used");
  g_autofree char *local = hearth_builder_quote_field (builder, block, builder->resident, "local_name");

  if (*local == '\0' || g_str_equal (used, local))
    return g_steal_pointer (&used);
  return hearth_builder_join (builder, " · ", used, local, NULL);
}

void
hearth_builder_add_name (HearthBuilder *builder, HearthBlock *block)
{
  const char *field = builder->pseudonym ? "pseudonym" : "name_used";
  g_autofree char *name = builder->pseudonym
                            ? hearth_builder_quote_field (builder, block, builder->resident, field)
                            : format_name (builder, block);
  g_autofree char *code = hearth_builder_quote_field (builder, block, builder->resident, "code");

  hearth_builder_add_fact (block, hearth_builder_get_label (builder->resident, field), name);
  hearth_builder_add_fact (block, hearth_builder_get_label (builder->resident, "code"), code);
}
