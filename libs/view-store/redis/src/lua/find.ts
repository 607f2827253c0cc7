import { SELECTION } from './selection.js';

/** One page: the first rows of each range, merged. Gives `found`, whether there is more, then entry, row and what its youth's rows share in turn. */
export const FIND = `${SELECTION}
local most = query.limit + 1
local candidates = state.candidates or {}

local function less(a, b)
  for i = 1, math.min(#a, #b) do
    local x, y = a:byte(i), b:byte(i)
    if x ~= y then return x < y end
  end
  return #a < #b
end

local kept = 0
local function keepBest()
  if #candidates == kept then return end
  table.sort(candidates, less)
  for i = #candidates, most + 1, -1 do candidates[i] = nil end
  kept = #candidates
end

-- What lies behind a full page is of no use any more.
local function last() return candidates[most] and '(' .. candidates[most] or '+' end

if not lead then
  local after = query.after and query.after .. '~'
  local on = walk(function(member)
    if not after or less(after, member) then candidates[#candidates + 1] = member end
    if #candidates > 2 * most + 1000 then keepBest() end
  end)
  keepBest()
  if on then return {'on', cjson.encode({ range = 1, min = on, candidates = candidates, seq = state.seq })} end
end

local size = math.min(math.max(most, 64), 1000)
for number = state.range, #(ranges or {}) do
  local range = ranges[number]
  local min, found = state.min or first, 0
  state.min = nil
  keepBest()
  local last = last()
  repeat
    if tooMuch() then
      return {'on', cjson.encode({ range = number, min = min, candidates = candidates, seq = state.seq })}
    end
    local members = batchOf(range, min, last, size)
    for _, member in ipairs(members) do
      if found < most and holds(member) and (#others == 0 or matches(tagsOf(member))) then
        candidates[#candidates + 1] = member
        found = found + 1
      end
    end
    if #members > 0 then min = '(' .. members[#members] end
  until #members < size or found >= most
end
keepBest()

local answer = {'found', #candidates > query.limit and 1 or 0}
for i = 1, math.min(query.limit, #candidates) do
  local values = valuesOf(candidates[i])
  answer[#answer + 1] = candidates[i]
  answer[#answer + 1] = values[1]
  answer[#answer + 1] = values[2]
end
return answer
`;
