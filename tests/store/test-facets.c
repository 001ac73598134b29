/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lists of residents by their other records: which of them hold today, who may know it, and following them.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "list-fixture.h"

static void
assert_day_field (const HearthRecordType *type, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (type, name);

  g_assert_nonnull (field);
  g_assert_cmpint (field->kind, ==, HEARTH_FIELD_DATE);
}

static void
assert_facet (const HearthRecordType *type, const HearthFacet *facet)
{
  const HearthRecordType *other = type_of (facet->type);
  const HearthField *field;

  g_test_message ("%s, %s", type->name, facet->name);
  g_assert_cmpstr (type->name, ==, "resident");
  g_assert_null (hearth_record_type_lookup_field (type, facet->name));
  g_assert_nonnull (other);
  g_assert_cmpint (other->owner, ==, HEARTH_OWNER_RESIDENT);
  field = hearth_record_type_lookup_field (other, facet->field);
  g_assert_nonnull (field);
  g_assert_cmpint (field->kind, ==, HEARTH_FIELD_CHOICE);
  g_assert_null (hearth_field_lookup_choice (field, HEARTH_FACET_NONE));
  g_assert_null (hearth_field_lookup_choice (field, HEARTH_FACET_PAST));
  assert_day_field (other, facet->from);
  assert_day_field (other, facet->until);
}

/* What tables of record types say of other fields is right. */
static void
test_tables (void)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      for (const HearthFacet *facet = types[i]->facets; facet != NULL && facet->name != NULL; facet++)
        assert_facet (types[i], facet);
      for (unsigned int j = 0; j < types[i]->n_fields; j++)
        {
          const HearthField *field = &types[i]->fields[j];
          const HearthField *by;

          if (field->sort_by == NULL)
            continue;
          g_assert_cmpint (field->kind, ==, HEARTH_FIELD_COMPUTED);
          by = hearth_record_type_lookup_field (types[i], field->sort_by + (field->sort_by[0] == '-'));
          g_assert_nonnull (by);
          g_assert_true (hearth_field_is_stored (by));
          g_assert_cmpint (by->kind, !=, HEARTH_FIELD_SEALED);
        }
    }
}

static HearthRecord *
add_stay (House *house, HearthRecord *resident, const char *placement, const char *start, const char *end)
{
  return house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement", placement,
                    "start", start, "end", end, NULL);
}

static void
assert_names (House *house, HearthQuery *query, const char *facet, const char *codes, const char *expected)
{
  g_auto (GStrv) split = g_strsplit (codes, " ", -1);
  g_autoptr (GListModel) model = NULL;

  hearth_query_set_filter (query, facet, (const char *const *) split);
  model = list (house, query);
  assert_list (model, "name_used", expected);
  hearth_query_set_filter (query, facet, NULL);
}

/* The clock stands on 1 March 2026. */
static void
test_facets (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) ana = house_add_resident (house, "Ana");
  g_autoptr (HearthRecord) ben = house_add_resident (house, "Ben");
  g_autoptr (HearthRecord) cim = house_add_resident (house, "Cim");
  g_autoptr (HearthRecord) dao = house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) eli = house_add_resident (house, "Eli");
  g_autoptr (HearthRecord) wrong = add_stay (house, eli, "hospital", "2026-02-01", "");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  g_autoptr (GError) error = NULL;

  g_object_unref (add_stay (house, ana, "hospital", "2025-01-01", "2026-02-28"));
  g_object_unref (add_stay (house, ana, "this_house", "2026-03-01", ""));
  g_object_unref (add_stay (house, ben, "family", "2025-01-01", "2026-03-01"));
  g_object_unref (add_stay (house, ben, "hospital", "2026-02-27", ""));
  g_object_unref (add_stay (house, cim, "this_house", "2024-01-01", "2026-02-28"));
  g_object_unref (add_stay (house, dao, "this_house", "2026-03-02", ""));
  g_assert_true (hearth_store_mark_in_error (house->store, wrong, "another resident", &error));
  hearth_query_set_sort (query, "name_used", false);

  assert_names (house, query, "where_now", "this_house", "Ana");
  assert_names (house, query, "where_now", "hospital", "Ben");
  assert_names (house, query, "where_now", "family this_house", "Ana,Ben");
  assert_names (house, query, "where_now", "past", "Cim");
  assert_names (house, query, "where_now", "none", "Dao,Eli");
  assert_names (house, query, "where_now", "none past hospital", "Ben,Cim,Dao,Eli");
  assert_names (house, query, "where_now", "foster", "");

  /* Together with fields, words and another facet. */
  g_object_unref (house_add (house, "alert", "resident", hearth_record_get_id (ben), "kind", "allergy",
                             "level", "high", "text", "Peanuts", "start", "2026-02-20", NULL));
  hearth_query_set_text (query, "ben");
  assert_names (house, query, "where_now", "hospital this_house", "Ben");
  assert_names (house, query, "where_now", "this_house", "");
  hearth_query_set_text (query, NULL);
  hearth_query_set_filter (query, "alert_about", (const char *const[]) { "allergy", NULL });
  assert_names (house, query, "where_now", "hospital this_house", "Ben");
  hearth_query_set_filter (query, "alert_about", (const char *const[]) { "none", NULL });
  assert_names (house, query, "where_now", "hospital this_house", "Ana");
}

static void
test_facets_denied (void)
{
  static const char *const forbidden[] = { "stay", "stay.placement", "stay.start", "stay.end" };
  static const char *const none[] = { "none", NULL };
  static const char *const here[] = { "this_house", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) ana = house_add_resident (house, "Ana");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  g_autoptr (GError) error = NULL;

  g_object_unref (add_stay (house, ana, "this_house", "2026-01-01", ""));
  hearth_query_set_filter (query, "where_now", none);
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      const char *const list[] = { forbidden[i], NULL };

      house->policy->no_read = list;
      g_assert_null (hearth_store_list (house->store, query, &error));
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
      g_clear_error (&error);
      g_assert_cmpint (hearth_store_count (house->store, query, &error), ==, -1);
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
      g_clear_error (&error);
      house->policy->no_read = NULL;
    }
  hearth_query_set_filter (query, "where_now", here);
  g_assert_cmpint (hearth_store_count (house->store, query, &error), ==, 1);
  hearth_query_set_filter (query, "where_never", here);
  hearth_query_set_filter (query, "where_now", NULL);
  g_assert_null (hearth_store_list (house->store, query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* What is known of one resident's stays must not show by their being in a list or not. */
static void
test_facets_of_a_closed_file (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) ana = house_add_resident (house, "Ana");
  g_autoptr (HearthRecord) ben = house_add_resident (house, "Ben");
  g_autofree char *closed = g_strconcat ("stay of ", hearth_record_get_id (ana), NULL);
  const char *no_read[] = { closed, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));

  g_object_unref (add_stay (house, ana, "this_house", "2026-01-01", ""));
  g_object_unref (add_stay (house, ben, "this_house", "2026-01-01", ""));
  house->policy->no_read = no_read;
  assert_names (house, query, "where_now", "this_house", "Ben");
  assert_names (house, query, "where_now", "none past", "");
}

/* Who is in the list may be decided by another record. */
static void
test_follows_facets (void)
{
  static const char *const here[] = { "this_house", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) ana = house_add_resident (house, "Ana");
  g_autoptr (HearthRecord) ben = house_add_resident (house, "Ben");
  g_autoptr (HearthRecord) cim = house_add_resident (house, "Cim");
  g_autoptr (HearthRecord) of_ana = add_stay (house, ana, "this_house", "2026-01-01", "");
  g_autoptr (HearthRecord) of_cim = add_stay (house, cim, "this_house", "2026-01-01", "");
  g_autoptr (HearthRecord) of_ben = NULL;
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  g_autoptr (GListModel) model = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch;

  hearth_query_set_sort (query, "name_used", false);
  hearth_query_set_filter (query, "where_now", here);
  model = list (house, query);
  watch_start (&watch, model);
  assert_list (model, "name_used", "Ana,Cim");
  of_ben = add_stay (house, ben, "this_house", "2026-02-01", "");
  g_assert_cmpstr (watch.last, ==, "1-0+1");
  assert_list (model, "name_used", "Ana,Ben,Cim");
  hearth_record_set (of_ana, "end", "2026-02-28");
  house_save (house, of_ana);
  assert_list (model, "name_used", "Ben,Cim");
  g_assert_true (hearth_store_mark_in_error (house->store, of_cim, "another resident", &error));
  assert_list (model, "name_used", "Ben");
  hearth_record_set (ben, "name_used", "Bene");
  house_save (house, ben);
  assert_list (model, "name_used", "Bene");

  g_assert_true (hearth_store_begin (house->store, &error));
  g_object_unref (add_stay (house, ana, "this_house", "2026-03-01", ""));
  g_assert_true (hearth_store_commit (house->store, &error));
  assert_list (model, "name_used", "Ana,Bene");
  watch_end (&watch);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/facets/tables", test_tables);
  g_test_add_func ("/store/facets/hold-today", test_facets);
  g_test_add_func ("/store/facets/denied", test_facets_denied);
  g_test_add_func ("/store/facets/of-a-closed-file", test_facets_of_a_closed_file);
  g_test_add_func ("/store/facets/followed", test_follows_facets);
  return g_test_run ();
}
