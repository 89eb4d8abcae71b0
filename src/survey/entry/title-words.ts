/**
 * Words that titles of papers are full of and that no author of some nine thousand listed papers has in
 * his name: a run of capitalised words with one of them is no list of names.
 */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  `
  a accurate action adaptation adaptive adversarial against agent agentic agents aligning alignment all an
  analysis and anomaly answering any approach architecture are as at attack attacks attention audio
  augmentation augmented auto autoencoders automatic autonomous avatar avatars aware based bayesian be
  bench benchmark benchmarking better beyond bias boosting box brain bridging camera can captioning
  centric chain chat class classification cloud clouds clustering code collaborative completion complex
  compositional comprehensive computer conditional conditioned consistency consistent content context
  continual continuous contrastive control controllable convolutional data dataset denoising dense depth
  design detection diff diffusion discovery discrete distillation distribution diverse do does domain
  dream dreamer driven driving dual dynamic editing effective efficient embedding embeddings embodied end
  enhanced enhancement enhancing estimation evaluating evaluation explicit exploration exploring
  extraction face fast feature features feedback few fidelity field fields fine flow for former foundation
  framework free from fusion galaxy gaussian general generalization generalized generated generating
  generation generative geometric geometry global gradient grained graph graphs grounded grounding
  guidance guided hallucination head hierarchical high how human hybrid identification image images
  implicit improved improving in inference information inpainting instance instruction instructions
  interaction interactive inverse inversion is it iterative its joint knowledge label labels language
  large latent layout learners learning level leveraging light local localization low machine manipulation
  mask masked matching medical memory mesh meta method methods mobile modal modality model modeling models
  monocular motion multi multimodal multiple natural navigation net network networks neural new no node
  noise non not novel object objects of omni on online optimal optimization out perception person
  personalization personalized perspective photometric pixel planning point policy pose pre predicting
  prediction preference pretrained pretraining prior priors privacy probabilistic problems progressive
  prompt prompting prompts protein quality question radiance real realistic reasoning recognition
  recommendation reconstruction recurrent refinement region reinforcement rendering representation
  representations resolution restoration rethinking retrieval reward robust robustness sampling scalable
  scaling scene scenes score search segmentation self semantic semi sequence shape shot single sketch
  social solving source space sparse spatial speech stable state step stochastic strong structural
  structure structured study style super supervised supervision survey synthesis synthetic system systems
  task tasks temporal term test text textual texture the thought through time to token tool toward towards
  tracking trained training trajectory trans transfer transformer transformers translation tuning two
  uncertainty understanding unified universal unsupervised use user using variational via video videos
  view vision visual vocabulary vs weakly web what wild with world your zero
`
    .trim()
    .split(/\s+/),
);
