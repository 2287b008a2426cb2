/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-ratings.h"

#include <string.h>

#include "check-record.h"
#include "check-words.h"
#include "text-fold.h"

/* A grade alone has no number to be compared with. */
#define FEWEST_GRADES 2

/* Moves *@text behind @word; FALSE where it does not begin with it. */
static gboolean
skip (const char **text, const char *word) {
  if (!g_str_has_prefix (*text, word))
    return FALSE;
  *text += strlen (word);
  return TRUE;
}

/* [的][项目|有][有]N个; moves *@text behind it. */
static gboolean
read_count (const char **text, guint *count) {
  const char *p = *text;

  (void) skip (&p, "的");
  (void) skip (&p, "项目");
  (void) (skip (&p, "有") || skip (&p, "为") || skip (&p, "共"));
  if (!g_ascii_isdigit (*p))
    return FALSE;
  *count = (guint) g_ascii_strtoull (p, (char **) &p, 10);
  if (!skip (&p, "个"))
    return FALSE;
  *text = p;
  return TRUE;
}

/* The longest grade that @text begins with, in quotes or not; moves *@text behind it. */
static const ZbCheckWord *
read_grade (const char **text) {
  const GPtrArray *words = zb_check_words (ZB_CHECK_WORD_GRADE);
  gboolean quoted = **text == '"';
  const char *p = *text + quoted;
  const ZbCheckWord *grade = NULL;

  for (guint i = 0; i < words->len; i++) {
    const ZbCheckWord *word = g_ptr_array_index (words, i);

    if (g_str_has_prefix (p, word->word)
        && (grade == NULL || strlen (word->word) > strlen (grade->word)))
      grade = word;
  }
  if (grade == NULL)
    return NULL;
  p += strlen (grade->word);
  if (quoted && !skip (&p, "\""))
    return NULL;
  *text = p;
  return grade;
}

/* The grades of one rating as far as they are read. */
typedef struct {
  GPtrArray *grades; /* ZbCheckWord * */
  guint sum;
  gsize first, end;  /* bytes of the folded text */
} Rating;

/* The last 项目N个 of @text before @end that tells how many were rated; FALSE where none stands there. */
static gboolean
find_whole (const char *text, gsize end, guint *whole) {
  static const char PROJECTS[] = "项目";
  gboolean found = FALSE;

  for (const char *p = strstr (text, PROJECTS); p != NULL && (gsize) (p - text) < end;
       p = strstr (p + 1, PROJECTS)) {
    const char *q = p;

    if (read_count (&q, whole))
      found = TRUE;
  }
  return found;
}

static void
compare (ZbReport *report, guint block, const char *text, const Rating *rating) {
  g_autofree char *quote = NULL, *detail = NULL;
  guint whole = 0;

  if (rating->grades->len < FEWEST_GRADES || !find_whole (text, rating->first, &whole)
      || whole == rating->sum)
    return;
  quote = g_strndup (text + rating->first, rating->end - rating->first);
  detail = g_strdup_printf ("共%u个，各等级合计%u个「%s」", whole, rating->sum, quote);
  zb_check_fail_words (report, "text.ratings_sum", block, detail);
}

/* Grades with a number each that stand one after the other; the second of a name begins another rating. */
static void
check_passage (ZbReport *report, guint block, const char *text) {
  g_autoptr (GPtrArray) grades = g_ptr_array_new ();
  Rating rating = { .grades = grades };

  for (const char *p = text; *p != '\0';) {
    const char *start = p;
    const ZbCheckWord *grade = read_grade (&p);
    guint count = 0;

    if (grade == NULL || !read_count (&p, &count)) {
      p = g_utf8_next_char (start);
      continue;
    }
    if (g_ptr_array_find (grades, grade, NULL)) {
      compare (report, block, text, &rating);
      g_ptr_array_set_size (grades, 0);
      rating.sum = 0;
    }
    if (grades->len == 0)
      rating.first = (gsize) (start - text);
    g_ptr_array_add (grades, (gpointer) grade);
    rating.sum += count;
    rating.end = (gsize) (p - text);
  }
  compare (report, block, text, &rating);
}

void
zb_check_ratings (ZbReport *report) {
  for (guint i = 0; i < report->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    g_autofree char *folded = NULL;

    if (block->kind != ZB_BLOCK_PARAGRAPH || strstr (block->text, "个") == NULL)
      continue;
    folded = zb_text_fold (block->text);
    check_passage (report, i, folded);
  }
}
