/** What a topic's papers are about; the first words are in every title, one of the tasks in each. */
const SUBJECTS = [
  ["Image Retrieval", "Ranking", "Hashing", "Sketch Queries", "Re-ranking"],
  ["Video Moments", "Localisation", "Temporal Grounding", "Highlight Detection", "Summaries"],
  ["Point Clouds", "Registration", "Shape Completion", "Part Labelling", "Voxel Features"],
  ["Open-Vocabulary Detection", "Region Proposals", "Rare Classes", "Box Distillation", "Phrase Matching"],
  ["Semantic Segmentation", "Mask Prompts", "Dense Alignment", "Boundary Refinement", "Weak Labels"],
  ["Image Captioning", "Reward Tuning", "Style Control", "Caption Filtering", "Hallucinated Objects"],
  ["Visual Questions", "Answer Grounding", "Knowledge Retrieval", "Counting", "Chart Reading"],
  ["Text-to-Image Synthesis", "Guidance", "Layout Control", "Concept Editing", "Prompt Inversion"],
  ["Few-Shot Adapters", "Prompt Tuning", "Cache Models", "Base Classes", "Test-Time Updates"],
  ["Robot Manipulation", "Language Goals", "Affordances", "Policy Transfer", "Scene Memory"],
  ["Satellite Imagery", "Land Cover", "Change Detection", "Geolocation", "Crop Mapping"],
  ["Chest Radiographs", "Report Generation", "Pathology Slides", "Lesion Grading", "Triage"],
  ["Audio Events", "Sound Retrieval", "Speech Cues", "Music Tagging", "Source Separation"],
  ["Adversarial Robustness", "Typographic Attacks", "Certified Bounds", "Backdoors", "Detection of Poison"],
  ["Social Bias", "Fairness Audits", "Debiasing", "Stereotype Probes", "Demographic Gaps"],
  ["Sparse Encoders", "Token Pruning", "Quantisation", "Early Exits", "Distillation"],
  ["Masked Pretraining", "Scaling Laws", "Data Curation", "Hard Negatives", "Batch Contrast"],
  ["Multilingual Alignment", "Low-Resource Scripts", "Translation Pivots", "Script Mixing", "Idioms"],
  ["Document Layout", "Table Parsing", "Handwriting", "Form Understanding", "Receipt Reading"],
  ["Person Search", "Gait Cues", "Attribute Queries", "Camera Networks", "Clothing Changes"],
  ["Fashion Compatibility", "Outfit Generation", "Composed Queries", "Try-On", "Trend Forecasts"],
  ["Face Forgery", "Liveness", "Blend Traces", "Watermarks", "Provenance"],
  ["Anomaly Inspection", "Surface Defects", "Normality Prompts", "Industrial Parts", "Zero-Shot Scores"],
  ["Molecule Graphs", "Reaction Search", "Spectra", "Protein Text", "Material Discovery"],
] as const;

/** When there are more topics than subjects, they come again in other settings. */
const SETTINGS = [
  "",
  "Federated",
  "Egocentric",
  "Underwater",
  "Aerial",
  "Clinical",
  "Streaming",
  "Historical",
];

const OPENINGS = [
  "Towards",
  "Learning",
  "Rethinking",
  "Robust",
  "Efficient",
  "Unified",
  "Scalable",
  "Simple",
];
const ENDINGS = [
  "with Language Supervision",
  "from Noisy Pairs",
  "without Labels",
  "at Scale",
  "in the Wild",
  "",
];
const SURNAMES =
  "Abel Brandt Chen Dutta Eriksen Fofana Garcia Huang Ito Jansen Kaya Lima Moreau Nowak Okafor Park Quispe Rossi Sato Tanaka Ueda Vargas Wang Xu Yilmaz Zhou".split(
    " ",
  );
const SYLLABLES = "ba de fi go ku la me ni po ra se tu va xe yo zi".split(" ");

/** The name of a topic, 0 the first; names do not come twice among the first 192. */
export function topicName(topic: number): string {
  const [subject] = SUBJECTS[topic % SUBJECTS.length] ?? SUBJECTS[0];
  const setting = SETTINGS[Math.floor(topic / SUBJECTS.length) % SETTINGS.length];
  return setting ? `${setting} ${subject}` : subject;
}

/** A made-up title on a topic; two of five begin with a made-up name and a colon, as the field likes it. */
export function syntheticTitle(topic: number, random: () => number): string {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] ?? items[0];
  const [, ...tasks] = SUBJECTS[topic % SUBJECTS.length] ?? SUBJECTS[0];
  const named = random() < 0.4;
  const name = `${pick(SYLLABLES)}${pick(SYLLABLES)}${random() < 0.5 ? pick(SYLLABLES) : ""}`;
  const words = [pick(OPENINGS), pick(tasks), "for", topicName(topic), pick(ENDINGS)]
    .filter(Boolean)
    .join(" ");
  return named ? `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${words}` : words;
}

/** One to four made-up authors. */
export function syntheticAuthors(random: () => number): string[] {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const initial = String.fromCharCode(65 + Math.floor(random() * 26));
    return `${initial}. ${SURNAMES[Math.floor(random() * SURNAMES.length)]}`;
  });
}
