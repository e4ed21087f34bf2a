# Reads nginx's error log. Of ModSecurity's lines it keeps which rule matched, where, and for which
# request; never a value, which may be a prompt or a credential. Of other lines it keeps warnings and
# errors, without the query of the address.
/ModSecurity: / {
    time = $1 "T" $2
    rule = part("\\[id \"[0-9]+\"\\]")
    request = part("\\[unique_id \"[0-9a-f]+\"\\]")
    if (rule == "") next
    place = ""
    if (match($0, /(within|against variable .)[ ]?(ARGS|REQUEST|FILES|TX|XML|MULTIPART)[A-Z_]*(:[A-Za-z0-9_.-]+)?/)) {
        place = substr($0, RSTART, RLENGTH)
        sub(/^(within|against variable .)[ ]?/, "", place)
        # A name is the client's text where the name is what matched.
        if (place ~ /_NAMES/) sub(/:.*/, "", place)
    }
    action = /Access denied with code [0-9]+/ ? "refused" : "matched"
    printf "{\"time\":\"%s\",\"firewall\":\"%s\",\"rule\":\"%s\",\"place\":\"%s\",\"requestId\":\"%s\"}\n", time, action, rule, substr(place, 1, 120), request
    fflush()
    next
}
/\[(warn|error|crit|alert|emerg)\]/ {
    gsub(/\?[^ "]*/, "?…")
    gsub(/, (request|referrer): "[^"]*"/, "")
    print
    fflush()
}
function part(pattern,    found) {
    if (!match($0, pattern)) return ""
    found = substr($0, RSTART, RLENGTH)
    gsub(/^\[[a-z_]+ "|"\]$/, "", found)
    return found
}
