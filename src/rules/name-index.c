/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names, birth dates and telephone numbers of everybody in a house, at hand for finding who is here already.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/name-index.h"

#include "core/wipe.h"
#include "records/types.h"
#include "rules/name-sound.h"

#include <string.h>

#define INDEX_KEY "hearth-name-index"

/* Numbers are compared from behind; fewer digits than these are no number yet. */
#define LEAST_DIGITS 6
#define MOST_DIGITS 8

/* --- one person ----------------------------------------------------------------- */

static void
add_name (HearthNamedPerson *person, const char *name)
{
  GPtrArray *words = hearth_name_words_new (name);

  if (words->len == 0)
    {
      g_ptr_array_unref (words);
      return;
    }
  g_ptr_array_add (person->names, words);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (person->pool, g_ptr_array_index (words, i));
}

HearthNamedPerson *
hearth_named_person_new (HearthRecord *resident)
{
  const HearthRecordType *type = hearth_record_get_record_type (resident);
  HearthNamedPerson *person = g_new0 (HearthNamedPerson, 1);

  person->id = g_strdup (hearth_record_get_id (resident));
  person->code = g_strdup (hearth_record_get (resident, "code"));
  person->birth = g_strdup (hearth_record_get (resident, "birth"));
  person->sex = g_strdup (hearth_record_get (resident, "sex"));
  person->different_from = g_strdup (hearth_record_get (resident, "different_from"));
  person->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  person->pool = g_ptr_array_new ();
  person->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_text_wipe);
  /* The name on reports stands in for the others: it is nobody's. */
  for (unsigned int i = 0; i < type->n_fields; i++)
    if (type->fields[i].names_person && !g_str_equal (type->fields[i].name, "pseudonym"))
      add_name (person, hearth_record_get (resident, type->fields[i].name));
  return person;
}

void
hearth_named_person_free (HearthNamedPerson *person)
{
  if (person == NULL)
    return;
  g_free (person->id);
  g_free (person->code);
  hearth_text_wipe (person->birth);
  g_free (person->sex);
  hearth_text_wipe (person->different_from);
  g_ptr_array_unref (person->pool);
  g_ptr_array_unref (person->names);
  g_ptr_array_unref (person->phones);
  g_free (person);
}

char *
hearth_phone_digits (const char *phone)
{
  /* Room for all of it: what grows leaves what it was behind. */
  GString *digits = g_string_sized_new (strlen (phone) + 1);

  for (; *phone != '\0'; phone = g_utf8_next_char (phone))
    {
      int value = g_unichar_digit_value (g_utf8_get_char (phone));

      if (value >= 0)
        g_string_append_c (digits, (char) ('0' + value));
    }
  if (digits->len < LEAST_DIGITS)
    g_string_truncate (digits, 0);
  else if (digits->len > MOST_DIGITS)
    g_string_erase (digits, 0, (gssize) digits->len - MOST_DIGITS);
  return g_string_free_and_steal (digits);
}

/* --- everybody ------------------------------------------------------------------- */

static void
note_phone (GHashTable *people, HearthRecord *contact)
{
  HearthNamedPerson *person = g_hash_table_lookup (people, hearth_record_get_resident (contact));
  char *digits = hearth_phone_digits (hearth_record_get (contact, "phone"));

  if (person != NULL && *digits != '\0' &&
      !g_ptr_array_find_with_equal_func (person->phones, digits, g_str_equal, NULL))
    g_ptr_array_add (person->phones, digits);
  else
    hearth_text_wipe (digits);
}

static void
note_resident (GHashTable *people, HearthRecord *resident)
{
  HearthNamedPerson *person = hearth_named_person_new (resident);
  HearthNamedPerson *before = g_hash_table_lookup (people, person->id);

  if (before != NULL)
    {
      g_ptr_array_unref (person->phones);
      person->phones = g_ptr_array_ref (before->phones);
    }
  g_hash_table_replace (people, person->id, person);
}

static void
saved_cb (HearthStore *store, HearthRecord *record, GHashTable *people)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  if (type == &hearth_resident_type)
    note_resident (people, record);
  else if (type == &hearth_contact_type)
    note_phone (people, record);
}

/* No name outlives the open house, whoever still holds the store, nor the right to read it. */
static void
forget_cb (HearthStore *store, GHashTable *people)
{
  g_signal_handlers_disconnect_by_data (store, people);
  g_object_set_data (G_OBJECT (store), INDEX_KEY, NULL);
}

static bool
read_all (HearthStore *store,
          const HearthRecordType *type,
          void (*note) (GHashTable *people, HearthRecord *record),
          GHashTable *people,
          GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) local_error = NULL;

  records = hearth_store_list (store, query, &local_error);
  if (records == NULL)
    {
      /* Who may not read a kind of record is told nothing of it. */
      if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        return true;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (record != NULL)
        note (people, record);
    }
  return true;
}

GHashTable *
hearth_name_index_get (HearthStore *store, GError **error)
{
  GHashTable *people = g_object_get_data (G_OBJECT (store), INDEX_KEY);

  if (people != NULL)
    return people;
  people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) hearth_named_person_free);
  if (!read_all (store, &hearth_resident_type, note_resident, people, error) ||
      !read_all (store, &hearth_contact_type, note_phone, people, error))
    {
      g_hash_table_unref (people);
      return NULL;
    }
  g_object_set_data_full (G_OBJECT (store), INDEX_KEY, people, (GDestroyNotify) g_hash_table_unref);
  g_signal_connect (store, "saved", G_CALLBACK (saved_cb), people);
  g_signal_connect (store, "closed", G_CALLBACK (forget_cb), people);
  g_signal_connect (store, "reread", G_CALLBACK (forget_cb), people);
  return people;
}

void
hearth_name_index_note (HearthStore *store, HearthRecord *resident)
{
  GHashTable *people = hearth_name_index_get (store, NULL);

  if (people != NULL)
    note_resident (people, resident);
}
