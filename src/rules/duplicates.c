/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may be here already: residents like the one that is being written down.
 *
 * What counts is not what is most alike but what a person at the desk could not tell apart: a name that sounds alike
 * with the same year of birth, a whole name, a name and a family's telephone.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/duplicates.h"

#include "core/date.h"
#include "core/wipe.h"
#include "rules/name-index.h"
#include "rules/name-sound.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_FOUND 10
#define DAYS_OF_A_YEAR 366

typedef enum {
  BIRTHS_UNKNOWN,
  BIRTHS_FAR,
  BIRTHS_NEAR, /* within a year of each other, or what one of them can mean */
  BIRTHS_SAME_YEAR,
  BIRTHS_SAME_DAY,
} Births;

typedef struct {
  HearthNameLikeness names;
  guint n_words; /* of the name that was found */
  Births births;
  bool same_phone;
  bool other_sex;
} Comparison;

void
hearth_duplicate_free (HearthDuplicate *duplicate)
{
  if (duplicate == NULL)
    return;
  g_clear_object (&duplicate->resident);
  g_clear_pointer (&duplicate->reasons, g_ptr_array_unref);
  g_free (duplicate);
}

/* --- comparing --------------------------------------------------------------------- */

/* Takes the best of @names that stands in @pool whole. */
static void
look_for_names (GPtrArray *names, GPtrArray *pool, Comparison *comparison)
{
  for (guint i = 0; i < names->len; i++)
    {
      GPtrArray *name = g_ptr_array_index (names, i);
      HearthNameLikeness likeness = hearth_name_find_in (name, pool);

      if (likeness < comparison->names || likeness == HEARTH_NAMES_DIFFER)
        continue;
      comparison->n_words = likeness > comparison->names ? name->len : MAX (comparison->n_words, name->len);
      comparison->names = likeness;
    }
}

static Births
compare_births (const char *one, const char *other)
{
  HearthPartialDate a, b;
  int first_a, last_a, first_b, last_b, gap;

  if (!hearth_partial_date_get_span (one, &first_a, &last_a) ||
      !hearth_partial_date_get_span (other, &first_b, &last_b))
    return BIRTHS_UNKNOWN;
  hearth_partial_date_read (one, &a);
  hearth_partial_date_read (other, &b);
  if (a.precision == HEARTH_DATE_DAY && b.precision == HEARTH_DATE_DAY && first_a == first_b)
    return BIRTHS_SAME_DAY;
  gap = MAX (first_a, first_b) - MIN (last_a, last_b);
  /* Two dates known to the day, and apart, are two dates. */
  if (a.precision == HEARTH_DATE_DAY && b.precision == HEARTH_DATE_DAY && !a.estimated && !b.estimated)
    return gap > DAYS_OF_A_YEAR ? BIRTHS_FAR : BIRTHS_NEAR;
  if (a.year == b.year)
    return BIRTHS_SAME_YEAR;
  return gap <= (a.estimated || b.estimated ? 2 : 1) * DAYS_OF_A_YEAR ? BIRTHS_NEAR : BIRTHS_FAR;
}

static bool
have_other_sex (const char *one, const char *other)
{
  /* ISO 5218: 1 and 2 are said; 0 and 9 say nothing. */
  return strlen (one) == 1 && strlen (other) == 1 && strchr ("12", *one) != NULL &&
         strchr ("12", *other) != NULL && *one != *other;
}

static Comparison
compare (const HearthNamedPerson *person, const HearthNamedPerson *other, const char *digits)
{
  Comparison comparison = { 0 };

  look_for_names (person->names, other->pool, &comparison);
  look_for_names (other->names, person->pool, &comparison);
  comparison.births = compare_births (person->birth, other->birth);
  comparison.other_sex = have_other_sex (person->sex, other->sex);
  comparison.same_phone =
    *digits != '\0' && g_ptr_array_find_with_equal_func (other->phones, digits, g_str_equal, NULL);
  return comparison;
}

static bool
is_strong (const Comparison *c)
{
  if (c->names == HEARTH_NAMES_DIFFER || c->other_sex)
    return false;
  if (c->same_phone || c->births >= BIRTHS_SAME_YEAR)
    return true;
  return c->names == HEARTH_NAMES_SAME && c->births == BIRTHS_UNKNOWN && c->n_words > 1;
}

/* How far up it stands; 0: not like at all. */
static int
rate (const Comparison *c)
{
  int rating = 0;

  if (c->names == HEARTH_NAMES_DIFFER)
    return c->same_phone ? 1 : 0;
  if (c->births == BIRTHS_FAR && c->names != HEARTH_NAMES_SAME && !c->same_phone)
    return 0;
  rating = c->names == HEARTH_NAMES_SAME ? 20 : 10;
  rating += c->births >= BIRTHS_NEAR ? 2 * (int) c->births : 0;
  rating += (c->same_phone ? 10 : 0) + (c->n_words > 1 ? 5 : 0) - (c->other_sex ? 9 : 0);
  return rating + (is_strong (c) ? 100 : 0);
}

static GPtrArray *
describe (const Comparison *c)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  if (c->names == HEARTH_NAMES_SAME)
    g_ptr_array_add (reasons, g_strdup (_ ("The same name")));
  else if (c->names == HEARTH_NAMES_SOUND_ALIKE)
    g_ptr_array_add (reasons, g_strdup (_ ("A name that sounds alike")));
  if (c->births == BIRTHS_SAME_DAY)
    g_ptr_array_add (reasons, g_strdup (_ ("the same birth date")));
  else if (c->births == BIRTHS_SAME_YEAR)
    g_ptr_array_add (reasons, g_strdup (_ ("the same birth year")));
  else if (c->births == BIRTHS_NEAR)
    g_ptr_array_add (reasons, g_strdup (_ ("nearly the same age")));
  if (c->same_phone)
    g_ptr_array_add (reasons, g_strdup (_ ("the same telephone number")));
  return reasons;
}

/* --- finding ------------------------------------------------------------------------ */

typedef struct {
  const HearthNamedPerson *person;
  Comparison comparison;
  int rating;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  return one->rating != other->rating ? other->rating - one->rating
                                      : g_strcmp0 (one->person->code, other->person->code);
}

/* Whether the number @code stands in the list @codes: "R-014, R-020". */
static bool
lists_code (const char *codes, const char *code)
{
  g_auto (GStrv) listed = NULL;

  if (*codes == '\0' || *code == '\0')
    return false;
  listed = g_strsplit_set (codes, " ,;\t\n", -1);
  for (int i = 0; listed[i] != NULL; i++)
    if (g_ascii_strcasecmp (listed[i], code) == 0)
      return true;
  return false;
}

static bool
is_settled (const HearthNamedPerson *person, const HearthNamedPerson *other)
{
  return g_str_equal (person->id, other->id) || lists_code (person->different_from, other->code) ||
         lists_code (other->different_from, person->code);
}

static HearthDuplicate *
duplicate_new (HearthRecord *resident, const Found *found)
{
  HearthDuplicate *duplicate = g_new0 (HearthDuplicate, 1);

  duplicate->resident = g_object_ref (resident);
  duplicate->likeness = is_strong (&found->comparison) ? HEARTH_LIKENESS_STRONG : HEARTH_LIKENESS_WEAK;
  duplicate->reasons = describe (&found->comparison);
  return duplicate;
}

static GArray *
compare_with_all (GHashTable *people, const HearthNamedPerson *person, const char *digits)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Found));
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      Found found = { .person = other };

      if (is_settled (person, other))
        continue;
      found.comparison = compare (person, other, digits);
      found.rating = rate (&found.comparison);
      if (found.rating > 0)
        g_array_append_val (all, found);
    }
  g_array_sort (all, compare_found);
  return all;
}

GPtrArray *
hearth_duplicates_find (HearthStore *store, HearthRecord *resident, const char *phone, GError **error)
{
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autoptr (HearthNamedPerson) person = NULL;
  g_autoptr (GArray) all = NULL;
  hearth_autowipe char *digits = NULL;
  GHashTable *people;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (resident), NULL);

  people = hearth_name_index_get (store, error);
  if (people == NULL)
    return NULL;
  person = hearth_named_person_new (resident);
  digits = hearth_phone_digits (phone != NULL ? phone : "");
  all = compare_with_all (people, person, digits);
  duplicates = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_duplicate_free);
  for (guint i = 0; i < all->len && duplicates->len < MOST_FOUND; i++)
    {
      const Found *found = &g_array_index (all, Found, i);
      g_autoptr (HearthRecord) other = hearth_store_load (store, found->person->id, NULL);

      /* Gone with a transaction that was taken back, or entered in error. */
      if (other != NULL && hearth_record_is_open (other))
        g_ptr_array_add (duplicates, duplicate_new (other, found));
    }
  return g_steal_pointer (&duplicates);
}
