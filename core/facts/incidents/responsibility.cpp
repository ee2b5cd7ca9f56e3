#include "facts/incidents/responsibility.h"

namespace khabar::incidents {

namespace {

bool takes(Key lemma) {
  return lemma == "claim"_key || lemma == "accept"_key || lemma == "take"_key || lemma == "assume"_key || lemma == "acknowledge"_key ||
         lemma == "admit"_key;
}

}  // namespace

void find_responsibility(const Syntax& syntax, const RoleFinder& roles, std::uint32_t index, std::vector<Responsibility>& out) {
  const language::Sentence& sentence = syntax.article.language.sentences[index];
  const Chunks chunks(syntax);
  auto event_in = [&](std::uint32_t from, std::uint32_t to) -> std::uint32_t {
    for (std::uint32_t i = from; i < to && i < sentence.last; ++i) {
      if (!syntax.is_verb(i) && syntax.frames.noun(syntax.token(i).lemma)) return i;
      if (syntax.token(i).form == Form::gerund && syntax.frames.verb(syntax.token(i).lemma)) return i;
    }
    return none;
  };
  for (std::uint32_t v = sentence.first; v < sentence.last; ++v) {
    const Token& t = syntax.token(v);
    if (t.tag != Tag::verb && t.tag != Tag::aux && !(t.tag == Tag::noun && t.lemma == "responsibility"_key)) continue;
    Mention carrier;
    carrier.token = v;
    bool claimed = false, alleged = false;
    std::uint32_t event = none;
    std::uint32_t actor = none;
    const language::VerbGroup group = syntax.article.links.verb_group(v);
    auto subject = [&]() -> std::uint32_t {
      for (const Link& link : syntax.links(v))
        if (link.kind == LinkKind::subject && syntax.token(link.dependent).tag != Tag::pron) return link.dependent;
      std::uint32_t start = v;
      while (start > sentence.first && syntax.token(start - 1).span.begin >= group.span.begin) --start;
      return chunks.subject_before(start);
    };
    if (t.tag == Tag::verb && takes(t.lemma)) {
      // "claimed responsibility (for the attack)", "claimed the attack", "the attack was claimed by".
      std::uint32_t object = none;
      for (std::uint32_t i = v + 1; i < sentence.last && i <= v + 4; ++i)
        if (syntax.token(i).lemma == "responsibility"_key || syntax.token(i).lemma == "credit"_key) object = i;
      if (object != none) {
        claimed = true;
        actor = subject();
        event = event_in(object + 1, object + 10);
      } else if (t.lemma == "claim"_key && !group.passive) {
        const std::uint32_t head = v + 1 < sentence.last ? chunks.head_from(v + 1) : none;
        if (head != none && head < v + 6 && syntax.frames.noun(syntax.token(head).lemma) && syntax.token(head).lemma != "death"_key) {
          claimed = true;
          event = head;
          actor = subject();
        }
      } else if (t.lemma == "claim"_key && v + 1 < sentence.last && syntax.token(v + 1).key == "by"_key) {
        claimed = true;
        actor = v + 2 < sentence.last ? chunks.head_from(v + 2) : none;
        event = event_in(v > sentence.first + 12 ? v - 12 : sentence.first, v);
      }
    } else if (t.lemma == "blame"_key || t.lemma == "attribute"_key || t.lemma == "pin"_key) {
      // "blamed X for the attack", "the attack was blamed on X", "attributed to X".
      alleged = true;
      for (std::uint32_t i = v + 1; i + 1 < sentence.last && i < v + 14; ++i) {
        const Key key = syntax.token(i).key;
        if ((key == "on"_key || key == "to"_key) && actor == none) {
          actor = chunks.head_from(i + 1);
          event = event_in(v > sentence.first + 14 ? v - 14 : sentence.first, i);
          break;
        }
        if (key == "for"_key) {
          event = event_in(i + 1, i + 9);
          for (const Link& link : syntax.links(v))
            if (link.kind == LinkKind::object || link.kind == LinkKind::passive_subject) actor = link.dependent;
          if (actor == none && v + 1 < i) actor = chunks.head_from(v + 1);
          break;
        }
      }
      claimed = actor != none && event != none;
    } else if (t.tag == Tag::noun && t.lemma == "responsibility"_key) {
      // "responsibility for the attack was claimed by X"
      for (std::uint32_t i = v + 1; i + 2 < sentence.last && i < v + 14; ++i)
        if (syntax.token(i).lemma == "claim"_key && syntax.token(i + 1).key == "by"_key) {
          claimed = true;
          actor = chunks.head_from(i + 2);
          event = event_in(v + 1, i);
        }
    }
    if (!claimed && v + 1 < sentence.last) {
      const Key lemma = t.lemma;
      const bool accuses =
          lemma == "accuse"_key || lemma == "charge"_key || lemma == "implicate"_key || lemma == "convict"_key || lemma == "indict"_key;
      bool holds = false;  // "hold X responsible for", "X was responsible for"
      std::uint32_t from = v + 1;
      for (std::uint32_t i = v + 1; (lemma == "hold"_key || lemma == "be"_key) && i < sentence.last && i <= v + 14; ++i)
        if (syntax.token(i).key == "responsible"_key) {
          holds = true;
          from = i + 1;
        }
      if (accuses || holds) {
        for (std::uint32_t i = from; i < sentence.last && i < from + 12; ++i) {
          const Key key = syntax.token(i).key;
          if (key != "of"_key && key != "with"_key && key != "in"_key && key != "for"_key) continue;
          for (std::uint32_t k = i + 1; k < sentence.last && k <= i + 6 && event == none; ++k)
            if (syntax.frames.noun(syntax.token(k).lemma) ||
                (syntax.token(k).form == Form::gerund && syntax.frames.verb(syntax.token(k).lemma)))
              event = k;
          break;
        }
        if (event != none) {
          alleged = true;
          claimed = true;
          for (const Link& link : syntax.links(v))
            if (link.kind == LinkKind::passive_subject || (link.kind == LinkKind::object && !group.passive)) actor = link.dependent;
          if (actor == none && t.relation == Relation::acl && !syntax.is_verb(t.head)) actor = t.head;
          if (actor == none && (group.passive || lemma == "be"_key)) actor = subject();
          if (actor == none && !group.passive && lemma != "be"_key) actor = chunks.head_from(v + 1);
        }
      }
    }
    if (!claimed || actor == none) continue;
    const Token& who = syntax.token(actor);
    for (std::uint32_t d : syntax.dependents(actor))
      if (syntax.token(d).key == "no"_key || syntax.token(d).key == "neither"_key) claimed = false;
    if (!claimed || who.key == "nobody"_key || who.key == "one"_key || group.negated) continue;
    roles.add_actor(carrier, actor, alleged);
    if (carrier.fillers.empty()) continue;
    // "A spokesman for the BNA claimed": the group, not its voice.
    bool named = false;
    for (const Filler& filler : carrier.fillers)
      named = named || (filler.entity.set() && syntax.entity(filler.entity)->type == EntityType::armed_group);
    if (!named) {
      for (std::uint32_t d : syntax.dependents(actor)) {
        const EntityId id = syntax.article.entity_at(d);
        if (id.set() && syntax.entity(id)->type == EntityType::armed_group) {
          carrier.fillers = {{ArgumentRole::actor, d, id, {Noun::attacker, Mode::none}, syntax.words_of(d, id), alleged}};
          break;
        }
      }
    }
    for (Filler& filler : carrier.fillers) filler.alleged = alleged;
    if (!alleged)
      for (std::size_t i = carrier.fillers.size(); i-- > 0;) {
        const Entity* e = syntax.entity(carrier.fillers[i].entity);
        const bool group_like = (e && (e->type == EntityType::armed_group || e->type == EntityType::organization)) ||
                                carrier.fillers[i].noun.noun == Noun::attacker;
        if (!group_like) carrier.fillers.erase(carrier.fillers.begin() + static_cast<std::ptrdiff_t>(i));
      }
    if (carrier.fillers.empty()) continue;
    Responsibility found;
    found.sentence = index;
    found.event = event;
    found.actors = std::move(carrier.fillers);
    found.span = sentence.span;
    out.push_back(std::move(found));
  }
}

}  // namespace khabar::incidents
