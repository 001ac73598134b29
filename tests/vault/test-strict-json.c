/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading JSON strictly: all of it, only it, each member of its kind and within its range.
 */
#include "fixtures/fixtures.h"
#include "vault/strict-json.h"

#include <string.h>

/* What a reader of { text, number, bytes (4), array } and maybe "note" finds wrong; NULL for nothing. */
static const char *
find_wrong (const char *text)
{
  g_autoptr (JsonNode) root = hearth_json_parse (text, strlen (text));
  HearthJsonReader json;
  guint8 bytes[4] = { 0 };

  hearth_json_reader_init (&json, root);
  hearth_json_read_text (&json, "text");
  g_assert_cmpint (hearth_json_read_number (&json, "number", 1, 9), >=, 1);
  hearth_json_read_bytes (&json, "bytes", bytes, sizeof bytes);
  hearth_json_read_array (&json, "array");
  if (hearth_json_reader_has (&json, "note"))
    hearth_json_read_text (&json, "note");
  g_assert_cmpint (hearth_json_reader_end (&json), ==, json.wrong == NULL);
  return json.wrong;
}

static void
test_good (void)
{
  static const char text[] =
    "{\"text\": \"a\", \"number\": 9, \"bytes\": \"AAECAw==\", \"array\": [1, 2], \"note\": \"n\"}";
  g_autoptr (JsonNode) root = hearth_json_parse (text, strlen (text));
  HearthJsonReader json;
  guint8 bytes[4];

  g_assert_null (find_wrong (text));
  g_assert_null (find_wrong ("{\"array\":[],\"bytes\":\"AAECAw==\",\"number\":1,\"text\":\"\"}"));
  hearth_json_reader_init (&json, root);
  g_assert_cmpstr (hearth_json_read_text (&json, "text"), ==, "a");
  g_assert_cmpint (hearth_json_read_number (&json, "number", 0, 10), ==, 9);
  hearth_json_read_bytes (&json, "bytes", bytes, sizeof bytes);
  g_assert_cmpmem (bytes, sizeof bytes, "\0\1\2\3", 4);
  g_assert_cmpuint (json_array_get_length (hearth_json_read_array (&json, "array")), ==, 2);
  g_assert_false (hearth_json_reader_end (&json)); /* "note" is left over */
}

static void
test_bad (void)
{
  static const struct {
    const char *text, *wrong;
  } cases[] = {
    { "", "" },
    { "[]", "" },
    { "{", "" },
    { "{} x", "" },
    { "{'text': 'a'}", "" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAECAw==\", \"array\": [], }", "" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAECAw==\", \"array\": [], \"more\": 1}", "" },
    { "{\"number\": 1, \"bytes\": \"AAECAw==\", \"array\": []}", "text" },
    { "{\"text\": 1, \"number\": 1, \"bytes\": \"AAECAw==\", \"array\": []}", "text" },
    { "{\"text\": null, \"number\": 1, \"bytes\": \"AAECAw==\", \"array\": []}", "text" },
    { "{\"text\": [], \"number\": \"x\", \"bytes\": \"AAECAw==\", \"array\": []}", "text" },
    { "{\"text\": \"a\", \"number\": \"1\", \"bytes\": \"AAECAw==\", \"array\": []}", "number" },
    { "{\"text\": \"a\", \"number\": 1.5, \"bytes\": \"AAECAw==\", \"array\": []}", "number" },
    { "{\"text\": \"a\", \"number\": true, \"bytes\": \"AAECAw==\", \"array\": []}", "number" },
    { "{\"text\": \"a\", \"number\": 0, \"bytes\": \"AAECAw==\", \"array\": []}", "number" },
    { "{\"text\": \"a\", \"number\": 10, \"bytes\": \"AAECAw==\", \"array\": []}", "number" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAEC\", \"array\": []}", "bytes" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAECAwQ=\", \"array\": []}", "bytes" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAEC!w==\", \"array\": []}", "bytes" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAECAw==\", \"array\": {}}", "array" },
    { "{\"text\": \"a\", \"number\": 1, \"bytes\": \"AAECAw==\", \"array\": [], \"note\": 1}", "note" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (find_wrong (cases[i].text), ==, cases[i].wrong);
    }
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/strict-json/good", test_good);
  g_test_add_func ("/vault/strict-json/bad", test_bad);
  return g_test_run ();
}
