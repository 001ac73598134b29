/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sentences of the invented house's daily life. They are the demo's data and stay in English, as the
 * names stay in their scripts.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/words.h"

static const char *const night_good[] = {
  "Slept through, the door ajar as {name} likes it.",
  "Asleep soon after lights out; quiet at every round.",
  "A calm night. {name} was the first at breakfast.",
  "Read for a while, then slept soundly until morning.",
  "Settled with music on low and slept well.",
  "Went to bed early after {activity} and slept through.",
  "Slept well. Woke rested and opened the curtains straight away.",
  "Quiet at all rounds. The small lamp was off for the first time in a while.",
  "Asked for {thing} before bed and was asleep within minutes.",
  "Slept soundly; heard laughing with the room-mate before lights out.",
  "A good night. {name} mentioned the new blanket at breakfast.",
  "Drank warm milk in the kitchen, said good night and slept until the bell.",
  "Fell asleep over a book. Slept through the rain.",
  "Peaceful night, no wish to talk, a wave through the door at ten.",
  "Slept the whole night and made the bed before coming down.",
};

static const char *const night_restless[] = {
  "Woke once and sat in the kitchen with tea; back to sleep after half an hour.",
  "Took long to fall asleep. Listened to the radio together until it was quieter.",
  "Awake for a time after two. The breathing exercise helped.",
  "A restless night. {name} asked to leave the corridor light on, which was done.",
  "Woke early and chose to draw until breakfast.",
  "Came down at one o'clock. Folded paper together and went back up calmer.",
  "Slept in pieces. Rested for an hour after lunch to make up for it.",
  "Bad dream towards morning; did not wish to talk about it, was glad of company.",
  "Could not settle in the heat; the fan and a cold cloth helped.",
  "Woke twice and looked in at the office to say so. Water, a short talk, sleep.",
  "Lay awake thinking about tomorrow. We wrote a list together, then it was easier.",
  "Asked for the door to stay open and for a look-in every half hour.",
  "Heard walking about at three. Sat by the window together until the birds started.",
  "Needed {thing} to settle. Slept from midnight.",
};

static const char *const day_good[] = {
  "A light day. {name} hummed while helping with lunch.",
  "Joined in without being asked and stayed to the end.",
  "Spent the afternoon with {activity} and showed the others how it is done.",
  "Talked a lot at supper and made two of the younger ones laugh.",
  "Asked good questions in the morning circle.",
  "Took the lead in {activity}; patient with everyone.",
  "Up early, all tasks done by nine, then {activity} until lunch.",
  "Friendly and at ease the whole day. Chose the music in the kitchen.",
  "Worked with care on {activity} and was proud of the result.",
  "Planned the weekend menu with the cook and wrote the shopping list.",
  "Good company all day; helped a new arrival to find the way around.",
  "Sat {where} with a friend after school and talked for a long time.",
  "Came back from the walk with flowers for the table.",
  "Finished the week's plan a day early and chose {activity} as the reward.",
};

static const char *const day_plain[] = {
  "An ordinary day: lessons, lunch, some time {where}.",
  "Quiet and steady. Took part in everything on the plan.",
  "Kept to the day's plan with one reminder.",
  "Some time alone in the morning, {activity} in the afternoon.",
  "Did the washing, tidied the shelf and rested {where}.",
  "Took part in the house meeting and listened more than spoke.",
  "Helped to carry the shopping; short of words but willing.",
  "Preferred to work alone today, and did so well.",
  "Lessons in the morning. In the afternoon {activity}, a little tired.",
  "A slow start, better after breakfast.",
  "Followed the routine. Looked in at the office twice just to say hello.",
  "Calm day. Homework {where}, supper with the others.",
};

static const char *const day_heavy[] = {
  "A low day. {name} stayed close to staff and said little.",
  "Tearful after lunch; a walk {where} helped.",
  "Did not want company until the evening, then joined for {food}.",
  "Irritable in the morning. Said later that sleep had been short.",
  "Left the table early. Agreed to eat later and did.",
  "Worried about the coming appointment; we went through it step by step.",
  "Chose to rest in the room. Staff looked in every hour, as agreed.",
  "Found the noise at lunch too much and ate {where} instead.",
  "A date that is hard to remember well. We kept the day small and gentle.",
  "Missed home today. Looked at photographs together for a while.",
  "Restless and easily startled. {activity} in a small group brought some calm.",
  "Said the day felt grey. Accepted tea and a place by the window.",
};

static const char *const school_day[] = {
  "School until two; homework finished {where}.",
  "At school all day. The teacher's note says: worked with care.",
  "Walked to school with two others and back without hurry.",
  "School in the morning, reading group in the afternoon.",
  "Mathematics test today; {name} felt it went all right.",
  "Bridging class until noon, then {activity}.",
  "At school. Brought home a drawing for the kitchen wall.",
  "Language lesson with the volunteer: ten new words, all used at supper.",
  "School, then an hour of {activity}.",
  "Presented a short talk in class and came home relieved.",
  "School as usual. Asked for help with fractions and got it.",
  "Computer lesson: wrote and printed a first letter.",
  "Workshop morning: finished the seam that had been difficult last week.",
  "Science day: planted beans in glasses and put them on the sill.",
};

static const char *const free_day[] = {
  "House cleaning together in the morning, {activity} in the afternoon.",
  "Slept in, pancakes, then {activity}.",
  "Cooked {food} for everyone with two helpers.",
  "Outing to the park with the others; a picnic of {food}.",
  "Film afternoon with the group.",
  "Market morning with the cook; {name} did the counting.",
  "Washed and hung up the laundry, then {activity}.",
  "Visited the library and came back with two books.",
  "Football on the grass until it was too dark to see the ball.",
  "Quiet day {where}, {activity} before supper.",
  "Helped to paint the garden bench.",
  "Birthday of a house-mate: balloons, {food} and dancing.",
};

static const char *const positive[] = {
  "Laughed out loud at the card game.",
  "Taught the others a song from home.",
  "Asked to try the {food} and took a second helping.",
  "Helped a younger resident with homework.",
  "Said good morning to everyone by name.",
  "Finished the first whole book in the new language.",
  "Made {food} without a recipe and it was gone in minutes.",
  "Planted chillies in the back bed and labelled them.",
  "Won at chess for the first time and shook hands.",
  "Wrote a thank-you card to the cook.",
  "Fixed the squeaking door with the caretaker.",
  "Chose new curtains and sewed one of them.",
  "Rode the bicycle round the yard without help.",
  "Stood up in the house meeting with an idea, and it was taken up.",
  "Shared {thing} with the new arrival.",
  "Got a smile and a star from the teacher.",
  "Drew a portrait of the house cat that now hangs in the hall.",
  "Asked for a turn on the drum and kept time for the whole song.",
  "Said, unasked: \"That was a good day.\"",
  "Picked the first tomatoes and carried them round for everyone to see.",
  "Spoke on the telephone in the new language, alone, and was understood.",
  "Mended a shirt so well that two others asked for lessons.",
  "Made the whole table laugh with a riddle.",
  "Sat with a friend who was sad and stayed until it was better.",
  "Learned to swim the width of the pool.",
  "Kept calm when plans changed, and said so proudly.",
  "Remembered everybody's favourite tea.",
  "Counted the market change correctly and handed over every coin.",
  "Tried {activity} for the first time and wants to go again.",
  "Danced in the kitchen while washing up.",
  "Told the counsellor about a plan for next year.",
  "Read a story aloud to the little ones, with voices.",
  "Put up photographs on the wall of the room.",
  "Grew brave enough to pet the neighbour's dog.",
};

static const char *const concern[] = {
  "Skipped breakfast again; offer something small at ten.",
  "Very tired after school three days running.",
  "Withdrew when visitors came into the yard. Tell {name} beforehand next time.",
  "Worried about the appointment on Thursday; likes to know who will be there.",
  "Startled by fireworks outside. Headphones are in the drawer.",
  "Short argument over the bathroom, settled between them by supper.",
  "Less talkative than last week. Keep an eye on it, without pressing.",
  "Did not want to go to the lesson; went after a talk.",
  "Forgot the glasses twice. Ask about a spare pair.",
  "Asked several times when the next call home will be.",
  "Found it hard to share the table in the evening. A second table may help.",
  "Upset that the outing was put off. A new date would help.",
  "Sleep has been short since the change of room.",
  "Appetite smaller than usual; likes {food}.",
  "Felt left out of a game; talked it over with the group.",
  "Waited for a letter that did not come.",
};

static const char *const health[] = {
  "Headache in the afternoon, better after water and rest.",
  "Slight cold; tea with honey, kept warm.",
  "Stomach ache after lunch, gone by evening.",
  "Blister from the new shoes, plaster put on.",
  "Toothache on the left side; told the nurse.",
  "Cough at night, no fever.",
  "Small cut while chopping, cleaned and covered.",
  "Mosquito bites on the arms, cream given.",
  "Tired eyes after reading; asked about glasses.",
  "Sore muscles after football.",
  "Sneezing when the grass was cut.",
  "Twisted an ankle on the steps, cooled, walks without pain.",
};

static const char *const call[] = {
  "Telephone call with the aunt, twenty minutes, in good spirits afterwards.",
  "Video call with the grandmother; the whole room waved.",
  "Call home as planned. Needed some quiet afterwards, then joined supper.",
  "Letter from the sister read together, answer begun.",
  "The trusted person visited; tea in the garden room.",
  "Call with the brother about school; both laughed a lot.",
  "Short call with the mother, arranged by the social worker, as agreed.",
  "Visit from the mentor: walked round the block and talked about work.",
};

static const char *const activity[] = {
  "gardening",     "baking", "drawing",  "sewing",    "football", "choir",    "weaving",
  "reading aloud", "chess",  "woodwork", "badminton", "knitting", "beadwork", "cooking",
  "volleyball",    "guitar", "yoga",     "painting",  "skipping", "pottery",
};

static const char *const food[] = {
  "flat bread",  "noodle soup",  "rice with greens", "lentil stew",     "pancakes",
  "mango salad", "apple cake",   "fried bananas",    "vegetable curry", "dumplings",
  "bean soup",   "coconut rice", "stuffed peppers",  "sesame biscuits",
};

static const char *const thing[] = {
  "warm milk with honey", "the soft blanket", "the story-book",  "coloured pencils", "the knitting basket",
  "a cup of tea",         "the small radio",  "the photo album", "the word cards",
};

static const char *const where[] = {
  "in the garden",         "on the veranda",      "in the quiet room", "under the big tree",
  "in the library corner", "on the roof terrace", "by the window",     "in the workshop",
};

#define LINES(lines) { lines, G_N_ELEMENTS (lines) }

static const struct {
  const char *const *lines;
  unsigned int n_lines;
} all_words[HEARTH_DEMO_N_WORDS] = {
  [HEARTH_DEMO_NIGHT_GOOD] = LINES (night_good),
  [HEARTH_DEMO_NIGHT_RESTLESS] = LINES (night_restless),
  [HEARTH_DEMO_DAY_GOOD] = LINES (day_good),
  [HEARTH_DEMO_DAY_PLAIN] = LINES (day_plain),
  [HEARTH_DEMO_DAY_HEAVY] = LINES (day_heavy),
  [HEARTH_DEMO_SCHOOL_DAY] = LINES (school_day),
  [HEARTH_DEMO_FREE_DAY] = LINES (free_day),
  [HEARTH_DEMO_POSITIVE] = LINES (positive),
  [HEARTH_DEMO_CONCERN] = LINES (concern),
  [HEARTH_DEMO_HEALTH] = LINES (health),
  [HEARTH_DEMO_CALL] = LINES (call),
  [HEARTH_DEMO_ACTIVITY] = LINES (activity),
  [HEARTH_DEMO_FOOD] = LINES (food),
  [HEARTH_DEMO_THING] = LINES (thing),
  [HEARTH_DEMO_WHERE] = LINES (where),
};

const char *const *
hearth_demo_words_get_lines (HearthDemoWords words, unsigned int *n_lines)
{
  *n_lines = all_words[words].n_lines;
  return all_words[words].lines;
}
